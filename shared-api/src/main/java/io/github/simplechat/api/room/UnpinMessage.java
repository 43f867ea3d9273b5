package io.github.simplechat.api.room;

import java.time.Instant;
import java.util.UUID;

/** Unpin a message; for those who may pin. Repeating it changes nothing. */
public record UnpinMessage(UUID roomId, UUID actorId, Instant at, long seq)
        implements MessageCommand {}
