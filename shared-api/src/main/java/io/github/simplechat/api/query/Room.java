package io.github.simplechat.api.query;

import io.github.simplechat.api.room.Visibility;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A room as its description shows it.
 *
 * @param version the room's version
 * @param memberCount how many members it has
 */
public record Room(
        UUID roomId,
        String name,
        @Nullable String topic,
        Visibility visibility,
        long version,
        int memberCount) {}
