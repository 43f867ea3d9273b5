package io.github.simplechat.query.people.mongo;

import io.github.simplechat.query.platform.mongo.VersionedDocument;

/** A person as they are stored; the keys are what names are looked up by. */
record PersonDocument(
        String id,
        long version,
        String username,
        String displayName,
        String usernameKey,
        String displayNameKey)
        implements VersionedDocument {}
