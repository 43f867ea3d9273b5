package io.github.simplechat.api.query;

import io.github.simplechat.api.room.Role;
import io.github.simplechat.api.room.Visibility;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A room in the list of the caller's rooms.
 *
 * @param name what it is called; a direct room is called by whoever is the other one, and by
 *     nothing once they were erased
 * @param direct the other person of a direct room; null in any other
 * @param archived whether it is closed for writing
 * @param role what the caller may do there
 * @param version the room's version
 * @param lastSeq the number of its last message, 0 when there is none
 * @param readSeq up to where the caller has read, by marker, by writing, or by having come later
 * @param unread how many messages after {@code readSeq} are not deleted
 * @param mentions how many of those mention the caller, 1,000 at most
 * @param lastMessage the last message; may be a tombstone
 */
public record MyRoom(
        UUID roomId,
        @Nullable String name,
        Visibility visibility,
        @Nullable UUID direct,
        boolean archived,
        Role role,
        long version,
        long lastSeq,
        long readSeq,
        long unread,
        long mentions,
        @Nullable Message lastMessage) {}
