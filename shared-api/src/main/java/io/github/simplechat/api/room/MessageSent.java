package io.github.simplechat.api.room;

import io.github.simplechat.api.event.Revision;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message was sent. Its author is the actor.
 *
 * @param replyTo the {@code seq} of the message that it answers
 */
@Revision("1")
public record MessageSent(
        UUID roomId, UUID actorId, Instant at, long seq, String text, @Nullable Long replyTo)
        implements MessageEvent {}
