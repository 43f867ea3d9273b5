package io.github.simplechat.command.room;

import io.github.simplechat.api.Limits;
import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.api.room.AddMember;
import io.github.simplechat.api.room.ConfirmMembership;
import io.github.simplechat.api.room.CreateRoom;
import io.github.simplechat.api.room.DeleteMessage;
import io.github.simplechat.api.room.DirectRoomCreated;
import io.github.simplechat.api.room.EditMessage;
import io.github.simplechat.api.room.JoinRoom;
import io.github.simplechat.api.room.LeaveRoom;
import io.github.simplechat.api.room.MemberBanned;
import io.github.simplechat.api.room.MemberJoined;
import io.github.simplechat.api.room.MemberLeft;
import io.github.simplechat.api.room.MemberMuted;
import io.github.simplechat.api.room.MemberRoleChanged;
import io.github.simplechat.api.room.MemberUnbanned;
import io.github.simplechat.api.room.MessageDeleted;
import io.github.simplechat.api.room.MessageEdited;
import io.github.simplechat.api.room.MessageEvent;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.api.room.RemoveMember;
import io.github.simplechat.api.room.Role;
import io.github.simplechat.api.room.RoomArchived;
import io.github.simplechat.api.room.RoomChanged;
import io.github.simplechat.api.room.RoomCommand;
import io.github.simplechat.api.room.RoomCreated;
import io.github.simplechat.api.room.RoomEvent;
import io.github.simplechat.api.room.SendMessage;
import io.github.simplechat.api.room.Visibility;
import io.github.simplechat.command.room.RoomState.Open;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rules of a room: what a command leads to, and what an event changes. Pure and total. */
final class RoomDecider {

    private RoomDecider() {}

    /**
     * The events that a command leads to; none when it changes nothing.
     *
     * @throws Rejection when a rule refuses it
     */
    static List<RoomEvent> decide(RoomCommand command, RoomState state, PastMessage.Lookup past) {
        return switch (command) {
            case CreateRoom c -> create(c, state);
            case JoinRoom c -> join(c, open(state));
            case AddMember c -> add(c, open(state));
            case LeaveRoom c -> leave(c, open(state));
            case RemoveMember c -> remove(c, open(state));
            case SendMessage c -> send(c, open(state));
            case EditMessage c -> edit(c, open(state), past);
            case DeleteMessage c -> delete(c, open(state), past);
            case ConfirmMembership c -> confirm(c, open(state));
        };
    }

    /** The state after an event. */
    static RoomState evolve(RoomState state, RoomEvent event) {
        return switch (event) {
            case RoomCreated e -> new Open(e.roomId(), e.visibility(), Map.of(), 0);
            case MemberJoined e -> open(state).with(e.userId(), e.role());
            case MemberLeft e -> open(state).without(e.userId());
            case MessageSent e -> open(state).withSeq(e.seq());
            case MessageEvent e -> state;
            case DirectRoomCreated e -> state;
            case RoomChanged e -> state;
            case RoomArchived e -> state;
            case MemberRoleChanged e -> state;
            case MemberMuted e -> state;
            case MemberBanned e -> state;
            case MemberUnbanned e -> state;
        };
    }

    private static List<RoomEvent> create(CreateRoom c, RoomState state) {
        if (state instanceof Open) {
            throw new Rejection(Reason.ROOM_EXISTS, "There is already a room with this id.");
        }
        return List.of(
                new RoomCreated(
                        c.roomId(), c.actorId(), c.at(), c.name(), c.visibility(), c.topic()),
                new MemberJoined(c.roomId(), c.actorId(), c.at(), c.actorId(), Role.OWNER, 0));
    }

    private static List<RoomEvent> join(JoinRoom c, Open room) {
        if (room.roleOf(c.actorId()) != null) {
            return List.of();
        }
        if (room.visibility() == Visibility.PRIVATE && !c.invited()) {
            throw new Rejection(
                    Reason.FORBIDDEN, "This room is private; somebody in it must invite you.");
        }
        requireRoomFor(room, c.maxMembers());
        return List.of(
                new MemberJoined(
                        c.roomId(), c.actorId(), c.at(), c.actorId(), Role.MEMBER, room.seq()));
    }

    private static List<RoomEvent> add(AddMember c, Open room) {
        requireModerator(c.actorId(), room);
        if (room.roleOf(c.userId()) != null) {
            return List.of();
        }
        requireRoomFor(room, c.maxMembers());
        return List.of(
                new MemberJoined(
                        c.roomId(), c.actorId(), c.at(), c.userId(), Role.MEMBER, room.seq()));
    }

    private static List<RoomEvent> leave(LeaveRoom c, Open room) {
        if (room.roleOf(c.actorId()) == null) {
            return List.of();
        }
        if (room.hasOnlyOwner(c.actorId()) && room.members().size() > 1) {
            throw new Rejection(
                    Reason.LAST_OWNER, "You are the only owner; the room would be left to nobody.");
        }
        return List.of(new MemberLeft(c.roomId(), c.actorId(), c.at(), c.actorId()));
    }

    private static List<RoomEvent> remove(RemoveMember c, Open room) {
        requireModerator(c.actorId(), room);
        Role role = room.roleOf(c.userId());
        if (role == null) {
            return List.of();
        }
        if (role == Role.OWNER) {
            throw new Rejection(Reason.FORBIDDEN, "An owner cannot be removed.");
        }
        return List.of(new MemberLeft(c.roomId(), c.actorId(), c.at(), c.userId()));
    }

    private static List<RoomEvent> send(SendMessage c, Open room) {
        requireMember(c.actorId(), room);
        requireLength(c.text());
        Long replyTo = c.replyTo();
        if (replyTo != null && (replyTo < 1 || replyTo > room.seq())) {
            throw new Rejection(
                    Reason.MESSAGE_NOT_FOUND, "The message that this one answers does not exist.");
        }
        return List.of(
                new MessageSent(
                        c.roomId(),
                        c.actorId(),
                        c.at(),
                        room.seq() + 1,
                        c.text(),
                        replyTo,
                        null,
                        List.of(),
                        List.of()));
    }

    private static List<RoomEvent> edit(EditMessage c, Open room, PastMessage.Lookup past) {
        requireMember(c.actorId(), room);
        requireLength(c.text());
        PastMessage message = message(c.roomId(), c.seq(), room, past);
        if (!message.authorId().equals(c.actorId())) {
            throw new Rejection(Reason.FORBIDDEN, "Only its author may edit a message.");
        }
        if (message.deleted()) {
            throw new Rejection(Reason.MESSAGE_DELETED, "The message has been deleted.");
        }
        return List.of(
                new MessageEdited(c.roomId(), c.actorId(), c.at(), c.seq(), c.text(), List.of()));
    }

    private static List<RoomEvent> delete(DeleteMessage c, Open room, PastMessage.Lookup past) {
        Role role = requireMember(c.actorId(), room);
        PastMessage message = message(c.roomId(), c.seq(), room, past);
        if (!message.authorId().equals(c.actorId()) && !role.moderates()) {
            throw new Rejection(
                    Reason.FORBIDDEN, "Only its author or a moderator may delete a message.");
        }
        if (message.deleted()) {
            return List.of();
        }
        return List.of(new MessageDeleted(c.roomId(), c.actorId(), c.at(), c.seq()));
    }

    private static List<RoomEvent> confirm(ConfirmMembership c, Open room) {
        requireMember(c.actorId(), room);
        return List.of();
    }

    private static Open open(RoomState state) {
        if (state instanceof Open open) {
            return open;
        }
        throw new Rejection(Reason.ROOM_NOT_FOUND, "There is no such room.");
    }

    private static PastMessage message(UUID roomId, long seq, Open room, PastMessage.Lookup past) {
        Rejection unknown =
                new Rejection(Reason.MESSAGE_NOT_FOUND, "There is no such message in the room.");
        if (seq < 1 || seq > room.seq()) {
            throw unknown;
        }
        return past.find(roomId, seq).orElseThrow(() -> unknown);
    }

    private static Role requireMember(UUID userId, Open room) {
        @Nullable Role role = room.roleOf(userId);
        if (role == null) {
            throw new Rejection(Reason.NOT_A_MEMBER, "You are not a member of this room.");
        }
        return role;
    }

    private static void requireModerator(UUID userId, Open room) {
        if (!requireMember(userId, room).moderates()) {
            throw new Rejection(Reason.FORBIDDEN, "Only a moderator may do this.");
        }
    }

    private static void requireRoomFor(Open room, int maxMembers) {
        if (room.members().size() >= maxMembers) {
            throw new Rejection(
                    Reason.ROOM_FULL, "The room already has %d members.".formatted(maxMembers));
        }
    }

    private static void requireLength(String text) {
        if (text.codePointCount(0, text.length()) > Limits.MESSAGE_CODE_POINTS) {
            throw new Rejection(
                    Reason.MESSAGE_TOO_LONG,
                    "A message has at most %d characters.".formatted(Limits.MESSAGE_CODE_POINTS));
        }
    }
}
