package io.github.simplechat.api.query;

import io.github.simplechat.api.room.Attachment;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message as history shows it. A tombstone has {@code deletedAt} and nothing that was said in
 * or about it: no text, edit, mention, reaction, attachment or pin.
 *
 * @param roomId the room
 * @param seq its number in the room, 1, 2, 3 … without holes
 * @param version the room's version at its latest change
 * @param authorId who wrote it
 * @param text what it says, NFC; null on a tombstone
 * @param sentAt when it was sent
 * @param editedAt when its text was last replaced
 * @param deletedAt when it became a tombstone; {@code sentAt} where its author was erased, and
 *     always later where somebody deleted it
 * @param replyTo the {@code seq} that it answers
 * @param threadOf the {@code seq} at the root of its thread; null when it answers none
 * @param mentions the members whom it mentions, each once
 * @param reactions in the order in which each emoji was first used
 * @param attachments references to its files, in the author's order
 * @param pinned whether it is pinned in its room
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
        @Nullable Long replyTo,
        @Nullable Long threadOf,
        List<UUID> mentions,
        List<Reaction> reactions,
        List<Attachment> attachments,
        boolean pinned) {

    /** Whether only its number is left. */
    public boolean tombstone() {
        return deletedAt != null;
    }

    /** Whether it is a tombstone because its author was erased, and nobody has deleted it. */
    public boolean erased() {
        return sentAt.equals(deletedAt);
    }
}
