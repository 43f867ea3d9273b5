package io.github.simplechat.command.room;

import io.github.simplechat.api.room.Role;
import io.github.simplechat.api.room.Visibility;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a room must remember to decide. No message is in it, so it stays small for ever. */
sealed interface RoomState {

    /** Nobody has created it yet. */
    record Absent() implements RoomState {}

    /**
     * Open for writing.
     *
     * @param seq the number of its last message
     */
    record Open(UUID roomId, Visibility visibility, Map<UUID, Role> members, long seq)
            implements RoomState {

        @Nullable Role roleOf(UUID userId) {
            return members.get(userId);
        }

        boolean hasOnlyOwner(UUID userId) {
            return members.get(userId) == Role.OWNER
                    && members.values().stream().filter(Role.OWNER::equals).count() == 1;
        }

        Open withSeq(long newSeq) {
            return new Open(roomId, visibility, members, newSeq);
        }

        Open with(UUID userId, Role role) {
            Map<UUID, Role> more = new HashMap<>(members);
            more.put(userId, role);
            return new Open(roomId, visibility, more, seq);
        }

        Open without(UUID userId) {
            Map<UUID, Role> fewer = new HashMap<>(members);
            fewer.remove(userId);
            return new Open(roomId, visibility, fewer, seq);
        }
    }
}
