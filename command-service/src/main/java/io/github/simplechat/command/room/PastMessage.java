package io.github.simplechat.command.room;

import java.util.Optional;
import java.util.UUID;

/**
 * What a room must know of one message to judge a change of it. Read from the stream when it is
 * needed, never remembered.
 *
 * @param authorId who sent it
 * @param deleted whether it is a tombstone
 */
record PastMessage(UUID authorId, boolean deleted) {

    /** Where past messages are found. */
    @FunctionalInterface
    interface Lookup {

        /** The message of a room with a number; empty when there is none. */
        Optional<PastMessage> find(UUID roomId, long seq);
    }
}
