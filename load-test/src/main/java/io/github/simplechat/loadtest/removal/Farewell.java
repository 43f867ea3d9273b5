package io.github.simplechat.loadtest.removal;

import io.github.simplechat.api.Receipt;
import io.github.simplechat.loadtest.node.Rooms;
import io.github.simplechat.loadtest.node.Rooms.Room;
import java.util.UUID;

/** How somebody's time in a room ends. */
enum Farewell {
    LEFT,
    REMOVED,

    /** The ban itself comes after the end of the membership, and is not shown any more. */
    BANNED;

    /** Does it; the last version that they may be shown. */
    long end(Rooms rooms, Room room, UUID person) {
        return switch (this) {
            case LEFT -> version(rooms.leave(room, person));
            case REMOVED -> version(rooms.remove(room, person));
            case BANNED -> version(rooms.ban(room, person)) - 1;
        };
    }

    private static long version(Receipt receipt) {
        return receipt.version();
    }
}
