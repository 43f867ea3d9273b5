package io.github.simplechat.api.person;

import io.github.simplechat.api.event.Revision;
import java.time.Instant;
import java.util.UUID;

/** A person joined the service. Opens their feed. */
@Revision("1")
public record PersonRegistered(
        UUID userId, UUID actorId, Instant at, String username, String displayName)
        implements PersonEvent {}
