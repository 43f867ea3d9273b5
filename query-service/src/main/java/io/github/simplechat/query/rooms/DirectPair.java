package io.github.simplechat.query.rooms;

import java.util.UUID;

/**
 * The two people of a direct room.
 *
 * @param first who asked for it
 */
public record DirectPair(UUID first, UUID second) {

    /** The other one, as one of them sees it. */
    public UUID other(UUID userId) {
        return userId.equals(first) ? second : first;
    }
}
