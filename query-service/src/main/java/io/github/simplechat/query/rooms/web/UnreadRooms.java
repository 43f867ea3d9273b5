package io.github.simplechat.query.rooms.web;

import java.util.List;
import java.util.UUID;

/**
 * What is unread.
 *
 * @param rooms the rooms in which anything is
 * @param total over all of them
 */
record UnreadRooms(List<UnreadRoom> rooms, long total) {

    /** How many messages are unread in a room. */
    record UnreadRoom(UUID roomId, long unread) {}

    static UnreadRooms of(List<UnreadRoom> rooms) {
        return new UnreadRooms(rooms, rooms.stream().mapToLong(UnreadRoom::unread).sum());
    }
}
