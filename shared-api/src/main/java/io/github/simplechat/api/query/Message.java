package io.github.simplechat.api.query;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message as history shows it. A tombstone has {@code deletedAt} and no {@code text}.
 *
 * @param roomId the room
 * @param seq its number in the room, 1, 2, 3 … without holes
 * @param version the room's version at its latest change
 * @param authorId who wrote it
 * @param text what it says, NFC; null on a tombstone
 * @param sentAt when it was sent
 * @param editedAt when its text was last replaced
 * @param deletedAt when it became a tombstone
 * @param replyTo the {@code seq} that it answers
 */
public record Message(
        UUID roomId,
        long seq,
        long version,
        UUID authorId,
        @Nullable String text,
        Instant sentAt,
        @Nullable Instant editedAt,
        @Nullable Instant deletedAt,
        @Nullable Long replyTo) {}
