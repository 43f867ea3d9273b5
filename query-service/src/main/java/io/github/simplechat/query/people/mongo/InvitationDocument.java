package io.github.simplechat.query.people.mongo;

import io.github.simplechat.query.platform.mongo.VersionedDocument;
import java.time.Instant;

/** An invitation as it is stored; {@code id} is {@code userId:roomId}. */
record InvitationDocument(
        String id,
        String userId,
        String roomId,
        long version,
        String invitedBy,
        Instant at,
        boolean open)
        implements VersionedDocument {}
