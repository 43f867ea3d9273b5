package io.github.simplechat.command.room.web;

import io.github.simplechat.api.Receipt;
import java.util.UUID;

/**
 * The answer to a command to a room.
 *
 * @param version the room's version after it
 */
record RoomAnswer(UUID roomId, long version) {

    static RoomAnswer of(Receipt receipt) {
        return new RoomAnswer(receipt.feedId(), receipt.version());
    }
}
