package io.github.simplechat.command.room;

import static io.github.simplechat.command.room.RoomRules.present;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.room.AddMember;
import io.github.simplechat.api.room.AddReaction;
import io.github.simplechat.api.room.ArchiveRoom;
import io.github.simplechat.api.room.BanPerson;
import io.github.simplechat.api.room.ChangeRole;
import io.github.simplechat.api.room.ChangeRoom;
import io.github.simplechat.api.room.ConfirmInviting;
import io.github.simplechat.api.room.ConfirmMembership;
import io.github.simplechat.api.room.CreateRoom;
import io.github.simplechat.api.room.DeleteMessage;
import io.github.simplechat.api.room.DirectRoomCreated;
import io.github.simplechat.api.room.EditMessage;
import io.github.simplechat.api.room.ForgetMember;
import io.github.simplechat.api.room.JoinRoom;
import io.github.simplechat.api.room.LeaveRoom;
import io.github.simplechat.api.room.LiftBan;
import io.github.simplechat.api.room.MemberBanned;
import io.github.simplechat.api.room.MemberJoined;
import io.github.simplechat.api.room.MemberLeft;
import io.github.simplechat.api.room.MemberMuted;
import io.github.simplechat.api.room.MemberRoleChanged;
import io.github.simplechat.api.room.MemberUnbanned;
import io.github.simplechat.api.room.MessageDeleted;
import io.github.simplechat.api.room.MessageEdited;
import io.github.simplechat.api.room.MessagePinned;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.api.room.MessageUnpinned;
import io.github.simplechat.api.room.MuteMember;
import io.github.simplechat.api.room.OpenDirectRoom;
import io.github.simplechat.api.room.PinMessage;
import io.github.simplechat.api.room.ReactionEvent;
import io.github.simplechat.api.room.RemoveMember;
import io.github.simplechat.api.room.RemoveReaction;
import io.github.simplechat.api.room.RoomArchived;
import io.github.simplechat.api.room.RoomChanged;
import io.github.simplechat.api.room.RoomCommand;
import io.github.simplechat.api.room.RoomCreated;
import io.github.simplechat.api.room.RoomEvent;
import io.github.simplechat.api.room.SendMessage;
import io.github.simplechat.api.room.UnpinMessage;
import io.github.simplechat.command.room.RoomState.Present;
import io.github.simplechat.command.room.Sanctions.Ban;
import java.util.List;

/**
 * A room as a whole: what a command leads to, and what an event changes. Pure and total. The rules
 * are beside it, by theme: {@link Lifecycle}, {@link Membership}, {@link Moderation}, {@link
 * Messages} and {@link Marks}.
 */
final class RoomDecider {

    private RoomDecider() {}

    /**
     * The events that a command leads to; none when it changes nothing.
     *
     * @throws Rejection when a rule refuses it
     */
    static List<RoomEvent> decide(RoomCommand command, RoomState state, PastMessage.Lookup past) {
        return switch (command) {
            case CreateRoom c -> Lifecycle.create(c, state);
            case OpenDirectRoom c -> Lifecycle.openDirect(c, state);
            case ChangeRoom c -> Lifecycle.change(c, present(state));
            case ArchiveRoom c -> Lifecycle.archive(c, present(state));
            case JoinRoom c -> Membership.join(c, present(state));
            case AddMember c -> Membership.add(c, present(state));
            case LeaveRoom c -> Membership.leave(c, present(state));
            case RemoveMember c -> Membership.remove(c, present(state));
            case ForgetMember c -> Membership.forget(c, present(state));
            case ConfirmMembership c -> Membership.confirm(c, present(state));
            case ConfirmInviting c -> Membership.confirmInviting(c, present(state));
            case ChangeRole c -> Moderation.changeRole(c, present(state));
            case MuteMember c -> Moderation.mute(c, present(state));
            case BanPerson c -> Moderation.ban(c, present(state));
            case LiftBan c -> Moderation.lift(c, present(state));
            case SendMessage c -> Messages.send(c, present(state), past);
            case EditMessage c -> Messages.edit(c, present(state), past);
            case DeleteMessage c -> Messages.delete(c, present(state), past);
            case AddReaction c -> Marks.react(c, present(state), past);
            case RemoveReaction c -> Marks.takeBack(c, present(state), past);
            case PinMessage c -> Marks.pin(c, present(state), past);
            case UnpinMessage c -> Marks.unpin(c, present(state));
        };
    }

    /** The state after an event. */
    static RoomState evolve(RoomState state, RoomEvent event) {
        return switch (event) {
            case RoomCreated e ->
                    Present.opened(
                            e.roomId(), false, new Profile(e.name(), e.visibility(), e.topic(), 0));
            case DirectRoomCreated e -> Present.opened(e.roomId(), true, Profile.DIRECT);
            case RoomChanged e ->
                    present(state)
                            .with(
                                    new Profile(
                                            e.name(),
                                            e.visibility(),
                                            e.topic(),
                                            e.slowModeSeconds()));
            case RoomArchived e -> present(state).closed();
            case MemberJoined e -> present(state).with(e.userId(), e.role());
            case MemberRoleChanged e -> present(state).with(e.userId(), e.role());
            case MemberLeft e -> present(state).without(e.userId());
            case MemberMuted e -> muted(e, present(state));
            case MemberBanned e -> banned(e, present(state));
            case MemberUnbanned e -> unbanned(e, present(state));
            case MessageSent e -> present(state).sent(e.actorId(), e.at(), e.seq());
            case MessagePinned e -> present(state).pinned(e.seq(), true);
            case MessageUnpinned e -> present(state).pinned(e.seq(), false);
            case MessageEdited e -> state;
            case MessageDeleted e -> state;
            case ReactionEvent e -> state;
        };
    }

    private static Present muted(MemberMuted e, Present room) {
        return room.with(room.sanctions().muted(e.userId(), e.mutedUntil(), e.at()));
    }

    private static Present banned(MemberBanned e, Present room) {
        return room.with(room.sanctions().banned(e.userId(), new Ban(e.until()), e.at()));
    }

    private static Present unbanned(MemberUnbanned e, Present room) {
        return room.with(room.sanctions().banned(e.userId(), null, e.at()));
    }
}
