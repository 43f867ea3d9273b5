package io.github.simplechat.api.room;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Replace the text of a message; for its author. The same again changes nothing.
 *
 * @param mentions people whom the new text mentions; those who are no members, and the author, are
 *     left out
 */
public record EditMessage(
        UUID roomId, UUID actorId, Instant at, long seq, String text, List<UUID> mentions)
        implements MessageCommand {}
