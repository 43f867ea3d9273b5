package io.github.simplechat.query.rooms;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ban of a person from a room. Fed by the room.
 *
 * @param bannedBy who banned them, at the last time
 * @param until until when; null for good
 * @param standing whether it has not been lifted
 */
public record BanEntry(
        UUID roomId,
        UUID userId,
        long version,
        UUID bannedBy,
        Instant at,
        @Nullable Instant until,
        boolean standing) {

    /** Who, and where. */
    public MemberKey key() {
        return new MemberKey(roomId, userId);
    }
}
