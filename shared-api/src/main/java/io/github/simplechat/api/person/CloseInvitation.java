package io.github.simplechat.api.person;

import java.time.Instant;
import java.util.UUID;

/** Answer an open invitation. Refused when there is none. */
public record CloseInvitation(UUID userId, UUID actorId, Instant at, UUID roomId, boolean accepted)
        implements PersonCommand {}
