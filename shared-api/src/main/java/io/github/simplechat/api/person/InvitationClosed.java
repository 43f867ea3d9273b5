package io.github.simplechat.api.person;

import io.github.simplechat.api.event.Revision;
import java.time.Instant;
import java.util.UUID;

/** A person answered an invitation. */
@Revision("1")
public record InvitationClosed(UUID userId, UUID actorId, Instant at, UUID roomId, boolean accepted)
        implements PersonEvent {}
