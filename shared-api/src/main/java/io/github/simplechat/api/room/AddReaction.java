package io.github.simplechat.api.room;

import java.time.Instant;
import java.util.UUID;

/**
 * Put an emoji to a message. Repeating it changes nothing.
 *
 * @param emoji one emoji, NFC
 */
public record AddReaction(UUID roomId, UUID actorId, Instant at, long seq, String emoji)
        implements MessageCommand {}
