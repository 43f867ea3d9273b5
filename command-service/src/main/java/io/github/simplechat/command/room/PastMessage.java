package io.github.simplechat.command.room;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a room must know of one message to judge a change of it. Read from the stream when it is
 * needed, never remembered.
 *
 * @param authorId who sent it
 * @param deleted whether it is a tombstone
 * @param text what it says now; null for a tombstone
 * @param mentions whom it mentions now
 */
record PastMessage(UUID authorId, boolean deleted, @Nullable String text, List<UUID> mentions) {

    /** What is known of past messages, as fresh as the stream. */
    interface Lookup {

        /** The message of a room with a number; empty when there is none. */
        Optional<PastMessage> find(UUID roomId, long seq);

        /** The root of the thread that an answer to a message belongs to; empty as above. */
        Optional<Long> thread(UUID roomId, long seq);

        /** Whether a person's emoji is on a message. */
        boolean reacted(UUID roomId, long seq, String emoji, UUID userId);
    }
}
