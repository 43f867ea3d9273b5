package io.github.simplechat.api.person;

import io.github.simplechat.api.event.Revision;
import java.time.Instant;
import java.util.UUID;

/** A person was invited into a room by the actor. */
@Revision("1")
public record PersonInvited(UUID userId, UUID actorId, Instant at, UUID roomId)
        implements PersonEvent {}
