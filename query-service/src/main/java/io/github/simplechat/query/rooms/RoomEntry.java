package io.github.simplechat.query.rooms;

import io.github.simplechat.api.room.Visibility;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A room. Fed by the room.
 *
 * @param name empty in a direct room, which is called by whoever is the other one
 * @param direct the two people of a direct room; null in any other
 * @param archived whether it is closed for writing
 * @param slowModeSeconds how long a member waits between two messages; 0 not at all
 * @param memberCount how many members it has
 * @param lastSeq the number of its last message, 0 when there is none
 */
public record RoomEntry(
        UUID roomId,
        long version,
        String name,
        @Nullable String topic,
        Visibility visibility,
        @Nullable DirectPair direct,
        boolean archived,
        int slowModeSeconds,
        int memberCount,
        long lastSeq) {}
