package io.github.simplechat.query.timeline.mongo;

import io.github.simplechat.query.platform.mongo.VersionedDocument;

/** The head of a room as it is stored; {@code id} is the room's. */
record HeadDocument(String id, long version, long lastSeq) implements VersionedDocument {}
