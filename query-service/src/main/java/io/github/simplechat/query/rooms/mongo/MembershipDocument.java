package io.github.simplechat.query.rooms.mongo;

import io.github.simplechat.api.room.Role;
import io.github.simplechat.query.platform.mongo.VersionedDocument;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A membership as it is stored; {@code id} is {@code roomId:userId}. */
record MembershipDocument(
        String id,
        String roomId,
        String userId,
        long version,
        Role role,
        Instant joinedAt,
        @Nullable Instant mutedUntil,
        long joinSeq,
        long sentSeq,
        boolean present)
        implements VersionedDocument {}
