package io.github.simplechat.api.room;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Send a message.
 *
 * @param text NFC, 1 to {@link io.github.simplechat.api.Limits#MESSAGE_CODE_POINTS} code points
 * @param replyTo the {@code seq} of an earlier message of the room that it answers
 * @param mentions people whom it mentions; those who are no members, and the author, are left out
 * @param attachments references to its files, at most {@link
 *     io.github.simplechat.api.Limits#ATTACHMENTS}
 */
public record SendMessage(
        UUID roomId,
        UUID actorId,
        Instant at,
        String text,
        @Nullable Long replyTo,
        List<UUID> mentions,
        List<Attachment> attachments)
        implements RoomCommand {

    /** A message that is nothing but text. */
    public static SendMessage of(UUID roomId, UUID actorId, Instant at, String text) {
        return new SendMessage(roomId, actorId, at, text, null, List.of(), List.of());
    }
}
