package io.github.simplechat.query.rooms.web;

import java.util.List;
import java.util.UUID;

/**
 * What is unread.
 *
 * @param rooms the rooms in which anything is
 * @param total over all of them
 * @param mentions how many of those mention the caller
 */
record UnreadRooms(List<UnreadRoom> rooms, long total, long mentions) {

    /** How many messages are unread in a room, and how many of them mention the caller. */
    record UnreadRoom(UUID roomId, long unread, long mentions) {}

    static UnreadRooms of(List<UnreadRoom> rooms) {
        return new UnreadRooms(
                rooms,
                rooms.stream().mapToLong(UnreadRoom::unread).sum(),
                rooms.stream().mapToLong(UnreadRoom::mentions).sum());
    }
}
