package io.github.simplechat.api.query;

import io.github.simplechat.api.room.Visibility;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A room as its description shows it.
 *
 * @param name what it is called; a direct room is called by whoever is the other one, and by
 *     nothing once they were erased
 * @param version the room's version
 * @param direct the other person of a direct room, as the caller sees it; null in any other
 * @param memberCount how many members it has
 * @param archived whether it is closed for writing
 * @param slowModeSeconds how long a member waits between two messages; 0 not at all
 */
public record Room(
        UUID roomId,
        @Nullable String name,
        @Nullable String topic,
        Visibility visibility,
        long version,
        @Nullable UUID direct,
        int memberCount,
        boolean archived,
        int slowModeSeconds) {}
