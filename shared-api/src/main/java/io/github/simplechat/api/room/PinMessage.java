package io.github.simplechat.api.room;

import java.time.Instant;
import java.util.UUID;

/** Pin a message; for moderators, in a direct room for both. Repeating it changes nothing. */
public record PinMessage(UUID roomId, UUID actorId, Instant at, long seq)
        implements MessageCommand {}
