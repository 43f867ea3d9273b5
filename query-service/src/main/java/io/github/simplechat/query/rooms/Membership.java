package io.github.simplechat.query.rooms;

import io.github.simplechat.api.room.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a room knows of a person who is or was a member. Fed by the room.
 *
 * @param mutedUntil until when they may not write, as it was last said; stays when they leave
 * @param joinSeq the room's last message when they came, at the last time
 * @param sentSeq the last message that they sent, 0 when none
 * @param present whether they are a member now
 */
public record Membership(
        UUID roomId,
        UUID userId,
        long version,
        Role role,
        Instant joinedAt,
        @Nullable Instant mutedUntil,
        long joinSeq,
        long sentSeq,
        boolean present) {

    /** Who, and where. */
    public MemberKey key() {
        return new MemberKey(roomId, userId);
    }
}
