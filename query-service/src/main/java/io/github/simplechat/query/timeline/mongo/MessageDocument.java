package io.github.simplechat.query.timeline.mongo;

import io.github.simplechat.api.room.Attachment;
import io.github.simplechat.query.platform.mongo.VersionedDocument;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
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
    record ReactionDocument(String emoji, List<String> userIds) {

        private Document bson() {
            return new Document("emoji", emoji).append("userIds", userIds);
        }
    }

    /** What Spring's mapping makes of it, without looking at the class for each. */
    Document bson() {
        Document bson = new Document("_id", id).append("roomId", roomId).append("seq", seq);
        bson.append("version", version).append("authorId", authorId);
        put(bson, "writtenBy", writtenBy);
        put(bson, "erased", erased);
        put(bson, "text", text);
        put(bson, "sentAt", Date.from(sentAt));
        put(bson, "editedAt", editedAt == null ? null : Date.from(editedAt));
        put(bson, "deletedAt", deletedAt == null ? null : Date.from(deletedAt));
        put(bson, "replyTo", replyTo);
        put(bson, "threadOf", threadOf);
        put(bson, "thread", thread);
        bson.append("mentions", mentions)
                .append("reactions", reactions.stream().map(ReactionDocument::bson).toList())
                .append("attachments", attachments.stream().map(MessageDocument::bson).toList());
        put(bson, "pinnedIn", pinnedIn);
        return bson;
    }

    private static Document bson(Attachment attachment) {
        return new Document("url", attachment.url())
                .append("name", attachment.name())
                .append("mediaType", attachment.mediaType())
                .append("size", attachment.size());
    }

    private static void put(Document bson, String field, @Nullable Object value) {
        if (value != null) {
            bson.append(field, value);
        }
    }
}
