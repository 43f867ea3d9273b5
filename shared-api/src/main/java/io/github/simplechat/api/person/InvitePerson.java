package io.github.simplechat.api.person;

import java.time.Instant;
import java.util.UUID;

/** Invite a person into a room. Repeating it while the invitation is open changes nothing. */
public record InvitePerson(UUID userId, UUID actorId, Instant at, UUID roomId)
        implements PersonCommand {}
