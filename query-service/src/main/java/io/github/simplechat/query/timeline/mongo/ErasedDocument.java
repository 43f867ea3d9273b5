package io.github.simplechat.query.timeline.mongo;

import io.github.simplechat.query.platform.mongo.VersionedDocument;

/** An erased author; {@code id} is theirs. There is nothing of it to get newer. */
record ErasedDocument(String id, long version) implements VersionedDocument {

    static ErasedDocument of(String authorId) {
        return new ErasedDocument(authorId, 0);
    }
}
