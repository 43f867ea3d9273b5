package io.github.simplechat.query.rooms.mongo;

import io.github.simplechat.api.room.Role;
import io.github.simplechat.query.platform.mongo.VersionedDocument;
import java.time.Instant;

/** A membership as it is stored; {@code id} is {@code roomId:userId}. */
record MembershipDocument(
        String id,
        String roomId,
        String userId,
        long version,
        Role role,
        Instant joinedAt,
        long joinSeq,
        long sentSeq,
        boolean present)
        implements VersionedDocument {}
