package io.github.simplechat.query.rooms;

import io.github.simplechat.api.room.Visibility;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A room. Fed by the room.
 *
 * @param memberCount how many members it has
 * @param lastSeq the number of its last message, 0 when there is none
 */
public record RoomEntry(
        UUID roomId,
        long version,
        String name,
        @Nullable String topic,
        Visibility visibility,
        int memberCount,
        long lastSeq) {}
