package io.github.simplechat.api.person;

import java.time.Instant;
import java.util.UUID;

/** Open a person's feed. Repeating it changes nothing. */
public record RegisterPerson(
        UUID userId, UUID actorId, Instant at, String username, String displayName)
        implements PersonCommand {}
