package io.github.simplechat.api.person;

import java.time.Instant;
import java.util.UUID;

/** Forget a person; after it every command to them is refused. Repeating it changes nothing. */
public record ErasePerson(UUID userId, UUID actorId, Instant at) implements PersonCommand {}
