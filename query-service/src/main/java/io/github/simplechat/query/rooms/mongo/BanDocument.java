package io.github.simplechat.query.rooms.mongo;

import io.github.simplechat.query.platform.mongo.VersionedDocument;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A ban as it is stored; {@code id} is {@code roomId:userId}. */
record BanDocument(
        String id,
        String roomId,
        String userId,
        long version,
        String bannedBy,
        Instant at,
        @Nullable Instant until,
        boolean standing)
        implements VersionedDocument {}
