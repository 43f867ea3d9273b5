package io.github.simplechat.api.person;

import java.time.Instant;
import java.util.UUID;

/** Ask whether an invitation is open. Changes nothing; refused when there is none. */
public record ConfirmInvitation(UUID userId, UUID actorId, Instant at, UUID roomId)
        implements PersonCommand {}
