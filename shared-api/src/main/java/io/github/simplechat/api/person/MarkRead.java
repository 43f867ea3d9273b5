package io.github.simplechat.api.person;

import java.time.Instant;
import java.util.UUID;

/**
 * Move the read marker of a room up to {@code seq}. Never goes back; a lower one changes nothing.
 */
public record MarkRead(UUID userId, UUID actorId, Instant at, UUID roomId, long seq)
        implements PersonCommand {}
