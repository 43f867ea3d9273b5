package io.github.simplechat.query.timeline.mongo;

import io.github.simplechat.query.platform.mongo.VersionedDocument;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message as it is stored; {@code id} is {@code roomId:seq}. */
record MessageDocument(
        String id,
        String roomId,
        long seq,
        long version,
        String authorId,
        @Nullable String text,
        Instant sentAt,
        @Nullable Instant editedAt,
        @Nullable Instant deletedAt,
        @Nullable Long replyTo)
        implements VersionedDocument {}
