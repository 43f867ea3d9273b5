package io.github.simplechat.query.rooms;

import io.github.simplechat.query.platform.SearchKey;

/** The order of rooms in the list of public rooms. Pure. */
public final class RoomNames {

    private static final char SEPARATOR = '\u0001';

    private RoomNames() {}

    /** Where a room stands: by name, then by id. No two rooms stand at the same place. */
    public static String place(RoomEntry room) {
        return SearchKey.of(room.name()) + SEPARATOR + room.roomId();
    }
}
