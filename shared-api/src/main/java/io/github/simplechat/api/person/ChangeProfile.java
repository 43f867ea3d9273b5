package io.github.simplechat.api.person;

import java.time.Instant;
import java.util.UUID;

/** Change the actor's own profile. The same again changes nothing. */
public record ChangeProfile(UUID userId, UUID actorId, Instant at, String displayName)
        implements PersonCommand {}
