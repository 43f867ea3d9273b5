package io.github.simplechat.query.people.mongo;

import io.github.simplechat.query.platform.mongo.VersionedDocument;
import org.jspecify.annotations.Nullable;

/** A person as they are stored; the keys are what names are looked up by. */
record PersonDocument(
        String id,
        long version,
        @Nullable String username,
        @Nullable String displayName,
        @Nullable String usernameKey,
        @Nullable String displayNameKey)
        implements VersionedDocument {}
