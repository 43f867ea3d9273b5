package io.github.simplechat.query.timeline;

import io.github.simplechat.api.query.Message;
import java.util.UUID;

/** Messages of a room that belong together; their numbers have holes. */
public sealed interface Selection {

    /** Whether a message belongs to it. */
    boolean contains(Message message);

    /** All messages that answer a message, or that answer one that does: the thread under it. */
    record Replies(MessageKey root) implements Selection {

        @Override
        public boolean contains(Message message) {
            return root.roomId().equals(message.roomId())
                    && Long.valueOf(root.seq()).equals(message.threadOf());
        }
    }

    /** All messages that are pinned in a room. */
    record Pins(UUID roomId) implements Selection {

        @Override
        public boolean contains(Message message) {
            return message.pinned() && roomId.equals(message.roomId());
        }
    }
}
