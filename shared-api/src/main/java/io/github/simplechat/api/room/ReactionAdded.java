package io.github.simplechat.api.room;

import io.github.simplechat.api.event.Revision;
import java.time.Instant;
import java.util.UUID;

/** The actor put an emoji to a message; each person each emoji once. */
@Revision("1")
public record ReactionAdded(UUID roomId, UUID actorId, Instant at, long seq, String emoji)
        implements ReactionEvent {}
