package io.github.simplechat.api.room;

import java.time.Instant;
import java.util.UUID;

/** Take an emoji of the actor's back. Repeating it changes nothing. */
public record RemoveReaction(UUID roomId, UUID actorId, Instant at, long seq, String emoji)
        implements MessageCommand {}
