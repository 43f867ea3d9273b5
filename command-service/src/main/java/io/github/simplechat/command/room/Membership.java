package io.github.simplechat.command.room;

import static io.github.simplechat.command.room.RoomRules.requireMember;
import static io.github.simplechat.command.room.RoomRules.requireModerator;
import static io.github.simplechat.command.room.RoomRules.requireNotArchived;
import static io.github.simplechat.command.room.RoomRules.requireNotBanned;
import static io.github.simplechat.command.room.RoomRules.requireNotDirect;
import static io.github.simplechat.command.room.RoomRules.requireOutranked;
import static io.github.simplechat.command.room.RoomRules.requireRoomFor;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.api.room.AddMember;
import io.github.simplechat.api.room.ConfirmInviting;
import io.github.simplechat.api.room.ConfirmMembership;
import io.github.simplechat.api.room.ForgetMember;
import io.github.simplechat.api.room.JoinRoom;
import io.github.simplechat.api.room.LeaveRoom;
import io.github.simplechat.api.room.MemberJoined;
import io.github.simplechat.api.room.MemberLeft;
import io.github.simplechat.api.room.MemberRoleChanged;
import io.github.simplechat.api.room.RemoveMember;
import io.github.simplechat.api.room.Role;
import io.github.simplechat.api.room.RoomCommand;
import io.github.simplechat.api.room.RoomEvent;
import io.github.simplechat.api.room.Visibility;
import io.github.simplechat.command.room.RoomState.Present;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who comes into a room and who goes out of it. */
final class Membership {

    private Membership() {}

    static List<RoomEvent> join(JoinRoom c, Present room) {
        if (room.roleOf(c.actorId()) != null) {
            return List.of();
        }
        requireOpenFor(c.actorId(), c, room);
        if (room.profile().visibility() == Visibility.PRIVATE && !c.invited()) {
            throw new Rejection(
                    Reason.FORBIDDEN, "This room is private; somebody in it must invite you.");
        }
        requireRoomFor(room, c.maxMembers());
        return joined(c, c.actorId(), room);
    }

    static List<RoomEvent> add(AddMember c, Present room) {
        requireNotDirect(room);
        requireModerator(c.actorId(), room);
        if (room.roleOf(c.userId()) != null) {
            return List.of();
        }
        requireOpenFor(c.userId(), c, room);
        requireRoomFor(room, c.maxMembers());
        return joined(c, c.userId(), room);
    }

    static List<RoomEvent> confirmInviting(ConfirmInviting c, Present room) {
        requireMember(c.actorId(), room);
        requireOpenFor(c.userId(), c, room);
        if (room.roleOf(c.userId()) != null) {
            throw new Rejection(Reason.ALREADY_A_MEMBER, "This person is in the room already.");
        }
        return List.of();
    }

    static List<RoomEvent> confirm(ConfirmMembership c, Present room) {
        requireMember(c.actorId(), room);
        return List.of();
    }

    static List<RoomEvent> leave(LeaveRoom c, Present room) {
        if (room.roleOf(c.actorId()) == null) {
            return List.of();
        }
        requireNotDirect(room);
        if (room.hasOnlyOwner(c.actorId()) && room.members().size() > 1) {
            throw new Rejection(
                    Reason.LAST_OWNER, "You are the only owner; the room would be left to nobody.");
        }
        return List.of(new MemberLeft(c.roomId(), c.actorId(), c.at(), c.actorId()));
    }

    static List<RoomEvent> remove(RemoveMember c, Present room) {
        requireNotDirect(room);
        Role actor = requireModerator(c.actorId(), room);
        @Nullable Role other = room.roleOf(c.userId());
        requireOutranked(other, actor);
        return other == null
                ? List.of()
                : List.of(new MemberLeft(c.roomId(), c.actorId(), c.at(), c.userId()));
    }

    static List<RoomEvent> forget(ForgetMember c, Present room) {
        if (room.roleOf(c.actorId()) == null) {
            return List.of();
        }
        List<RoomEvent> events = new ArrayList<>(2);
        if (room.hasOnlyOwner(c.actorId())) {
            successor(room)
                    .ifPresent(heir ->
                            events.add(
                                    new MemberRoleChanged(
                                            c.roomId(), c.actorId(), c.at(), heir, Role.OWNER)));
        }
        events.add(new MemberLeft(c.roomId(), c.actorId(), c.at(), c.actorId()));
        return events;
    }

    private static Optional<UUID> successor(Present room) {
        return first(Role.MODERATOR, room).or(() -> first(Role.MEMBER, room));
    }

    private static Optional<UUID> first(Role role, Present room) {
        return room.members().entrySet().stream()
                .filter(member -> member.getValue() == role)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static void requireOpenFor(UUID userId, RoomCommand c, Present room) {
        requireNotDirect(room);
        requireNotArchived(room);
        requireNotBanned(userId, c.at(), room);
    }

    private static List<RoomEvent> joined(RoomCommand c, UUID userId, Present room) {
        return List.of(
                new MemberJoined(c.roomId(), c.actorId(), c.at(), userId, Role.MEMBER, room.seq()));
    }
}
