package io.github.simplechat.api.room;

import io.github.simplechat.api.event.Revision;
import java.time.Instant;
import java.util.UUID;

/** A person left, or was removed by the actor. After it nothing of the room reaches them. */
@Revision("1")
public record MemberLeft(UUID roomId, UUID actorId, Instant at, UUID userId)
        implements MembershipEvent {}
