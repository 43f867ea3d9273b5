package io.github.simplechat.command.room;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.api.room.Role;
import io.github.simplechat.command.room.RoomState.Present;
import io.github.simplechat.command.room.Sanctions.Ban;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rules that many commands to a room share; each refuses with a code of its own. */
final class RoomRules {

    private RoomRules() {}

    static Present present(RoomState state) {
        return switch (state) {
            case Present room -> room;
            case RoomState.Absent absent ->
                    throw new Rejection(Reason.ROOM_NOT_FOUND, "There is no such room.");
        };
    }

    /** Whether the room is still as the caller has seen it, where they insist on that. */
    static void requireVersion(@Nullable Long seen, @Nullable Long present) {
        if (seen != null && !Objects.equals(seen, present)) {
            throw new Rejection(
                    Reason.VERSION_CONFLICT,
                    "The room has moved on to version %d.".formatted(present));
        }
    }

    static void requireNotArchived(Present room) {
        if (room.archived()) {
            throw new Rejection(Reason.ROOM_ARCHIVED, "The room is archived.");
        }
    }

    static void requireNotDirect(Present room) {
        if (room.direct()) {
            throw new Rejection(
                    Reason.DIRECT_ROOM, "This is the room of two people; it stays as it is.");
        }
    }

    static Role requireMember(UUID userId, Present room) {
        @Nullable Role role = room.roleOf(userId);
        if (role == null) {
            throw new Rejection(Reason.NOT_A_MEMBER, "You are not a member of this room.");
        }
        return role;
    }

    static Role requireModerator(UUID userId, Present room) {
        Role role = requireMember(userId, room);
        if (!role.moderates()) {
            throw new Rejection(Reason.FORBIDDEN, "Only a moderator may do this.");
        }
        return role;
    }

    static void requireOwner(UUID userId, Present room) {
        if (requireMember(userId, room) != Role.OWNER) {
            throw new Rejection(Reason.FORBIDDEN, "Only an owner may do this.");
        }
    }

    static void requireOutranked(@Nullable Role other, Role actor) {
        if (other != null && !actor.outranks(other)) {
            throw new Rejection(
                    Reason.FORBIDDEN, "Their role in this room is as high as yours, or higher.");
        }
    }

    static Role requireOtherMember(UUID userId, Present room) {
        @Nullable Role role = room.roleOf(userId);
        if (role == null) {
            throw new Rejection(
                    Reason.MEMBER_NOT_FOUND, "This person is not a member of the room.");
        }
        return role;
    }

    static void requireRoomFor(Present room, int maxMembers) {
        if (room.members().size() >= maxMembers) {
            throw new Rejection(
                    Reason.ROOM_FULL, "The room already has %d members.".formatted(maxMembers));
        }
    }

    static void requireNotBanned(UUID userId, Instant at, Present room) {
        @Nullable Ban ban = room.sanctions().banOf(userId, at);
        if (ban != null) {
            throw new Rejection(
                    Reason.BANNED,
                    ban.until() == null
                            ? "A moderator has banned this person from the room."
                            : "A moderator has banned this person from the room until %s."
                                    .formatted(ban.until()),
                    ban.until() == null ? null : Duration.between(at, ban.until()));
        }
    }

    static void requireNotMuted(UUID userId, Instant at, Present room) {
        @Nullable Instant until = room.sanctions().mutedUntil(userId, at);
        if (until != null) {
            throw new Rejection(
                    Reason.MUTED,
                    "A moderator has muted you in this room until %s.".formatted(until),
                    Duration.between(at, until));
        }
    }

    /** Writing and reacting: for members who are not muted, while the room is open. */
    static Role requireMayWrite(UUID userId, Instant at, Present room) {
        Role role = requireMember(userId, room);
        requireNotArchived(room);
        requireNotMuted(userId, at, room);
        return role;
    }
}
