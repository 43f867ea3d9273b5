package io.github.simplechat.api.room;

import java.time.Instant;
import java.util.UUID;

/**
 * Turn a message into a tombstone; for its author and for moderators. Repeating it changes nothing.
 */
public record DeleteMessage(UUID roomId, UUID actorId, Instant at, long seq)
        implements MessageCommand {}
