package io.github.simplechat.query.timeline.mongo;

import io.github.simplechat.api.room.Attachment;
import io.github.simplechat.query.platform.mongo.VersionedDocument;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as it is stored; {@code id} is {@code roomId:seq}.
 *
 * @param thread {@code roomId:threadOf} on a reply: what its thread is found by
 * @param writtenBy the author, while there is a text of theirs: what erasing finds
 * @param erased true when it is a tombstone because of that; else null
 * @param pinnedIn the room of a pinned message: what pins are found by
 */
record MessageDocument(
        String id,
        String roomId,
        long seq,
        long version,
        String authorId,
        @Nullable String writtenBy,
        @Nullable Boolean erased,
        @Nullable String text,
        Instant sentAt,
        @Nullable Instant editedAt,
        @Nullable Instant deletedAt,
        @Nullable Long replyTo,
        @Nullable Long threadOf,
        @Nullable String thread,
        List<String> mentions,
        List<ReactionDocument> reactions,
        List<Attachment> attachments,
        @Nullable String pinnedIn)
        implements VersionedDocument {

    /** An emoji and who put it there. */
    record ReactionDocument(String emoji, List<String> userIds) {}
}
