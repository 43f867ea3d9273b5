package io.github.simplechat.command.room;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.platform.eventstore.MembershipReader;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How many rooms a person may be in. Looked up when they are about to come into one, never when
 * they send; people who come into several at the same moment may exceed it by as many. Direct rooms
 * do not count, because nobody can keep others from opening them.
 */
@Component
public final class RoomsPerPerson {

    private final RoomSettings settings;
    private final MembershipReader memberships;

    RoomsPerPerson(RoomSettings settings, MembershipReader memberships) {
        this.settings = settings;
        this.memberships = memberships;
    }

    /**
     * Makes sure that a person may come into a room, or is in it already.
     *
     * @param roomId null for a new one
     * @throws Rejection {@code too-many-rooms}
     */
    public void require(UUID userId, @Nullable UUID roomId) {
        Set<UUID> rooms = memberships.roomsOf(userId);
        long counted = rooms.stream().filter(room -> !DirectRoomId.isOne(room)).count();
        if (counted >= settings.maxRooms() && (roomId == null || !rooms.contains(roomId))) {
            throw new Rejection(
                    Reason.TOO_MANY_ROOMS,
                    "A person is in at most %d rooms; one must be left first."
                            .formatted(settings.maxRooms()));
        }
    }
}
