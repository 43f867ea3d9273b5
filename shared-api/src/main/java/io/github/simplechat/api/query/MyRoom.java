package io.github.simplechat.api.query;

import io.github.simplechat.api.room.Role;
import io.github.simplechat.api.room.Visibility;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A room in the list of the caller's rooms.
 *
 * @param role what the caller may do there
 * @param version the room's version
 * @param lastSeq the number of its last message, 0 when there is none
 * @param readSeq up to where the caller has read, by marker, by writing, or by having come later
 * @param unread how many messages after {@code readSeq} are not tombstones
 * @param lastMessage the last message; may be a tombstone
 */
public record MyRoom(
        UUID roomId,
        String name,
        Visibility visibility,
        Role role,
        long version,
        long lastSeq,
        long readSeq,
        long unread,
        @Nullable Message lastMessage) {}
