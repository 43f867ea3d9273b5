package io.github.simplechat.api.room;

import io.github.simplechat.api.event.Personal;
import io.github.simplechat.api.event.Revision;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message was sent. Its author is the actor.
 *
 * @param text what it says, NFC; null once its author was erased
 * @param replyTo the {@code seq} of the message that it answers
 * @param threadOf the {@code seq} of the message at the root of its thread; null when it answers
 *     none
 * @param mentions the members whom it mentions, each once
 * @param attachments references to its files, in the author's order
 */
@Revision("2")
public record MessageSent(
        UUID roomId,
        UUID actorId,
        Instant at,
        long seq,
        @Personal @Nullable String text,
        @Nullable Long replyTo,
        @Nullable Long threadOf,
        List<UUID> mentions,
        @Personal List<Attachment> attachments)
        implements MessageEvent {

    /** A message that is nothing but text. */
    public static MessageSent of(UUID roomId, UUID actorId, Instant at, long seq, String text) {
        return new MessageSent(roomId, actorId, at, seq, text, null, null, List.of(), List.of());
    }

    /** Who is mentioned is told. */
    @Override
    public boolean hasConsequences() {
        return !mentions.isEmpty();
    }
}
