package io.github.simplechat.api.room;

import io.github.simplechat.api.event.Revision;
import java.time.Instant;
import java.util.UUID;

/** The actor took an emoji of theirs back. */
@Revision("1")
public record ReactionRemoved(UUID roomId, UUID actorId, Instant at, long seq, String emoji)
        implements ReactionEvent {}
