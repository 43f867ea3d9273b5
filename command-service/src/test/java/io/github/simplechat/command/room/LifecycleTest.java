package io.github.simplechat.command.room;

import static io.github.simplechat.command.room.RoomStory.AT;
import static io.github.simplechat.command.room.RoomStory.LATER;
import static io.github.simplechat.command.room.RoomStory.MEMBER;
import static io.github.simplechat.command.room.RoomStory.MODERATOR;
import static io.github.simplechat.command.room.RoomStory.OWNER;
import static io.github.simplechat.command.room.RoomStory.ROOM;
import static io.github.simplechat.command.room.RoomStory.STRANGER;
import static io.github.simplechat.command.room.RoomStory.directRoom;
import static io.github.simplechat.command.room.RoomStory.nothing;
import static io.github.simplechat.command.room.RoomStory.room;

import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.api.room.AddMember;
import io.github.simplechat.api.room.AddReaction;
import io.github.simplechat.api.room.ArchiveRoom;
import io.github.simplechat.api.room.BanPerson;
import io.github.simplechat.api.room.ChangeRole;
import io.github.simplechat.api.room.ChangeRoom;
import io.github.simplechat.api.room.ConfirmInviting;
import io.github.simplechat.api.room.ConfirmMembership;
import io.github.simplechat.api.room.DeleteMessage;
import io.github.simplechat.api.room.EditMessage;
import io.github.simplechat.api.room.JoinRoom;
import io.github.simplechat.api.room.LeaveRoom;
import io.github.simplechat.api.room.LiftBan;
import io.github.simplechat.api.room.MemberBanned;
import io.github.simplechat.api.room.MemberLeft;
import io.github.simplechat.api.room.MemberRoleChanged;
import io.github.simplechat.api.room.MessageDeleted;
import io.github.simplechat.api.room.MessagePinned;
import io.github.simplechat.api.room.MuteMember;
import io.github.simplechat.api.room.OpenDirectRoom;
import io.github.simplechat.api.room.PinMessage;
import io.github.simplechat.api.room.ReactionAdded;
import io.github.simplechat.api.room.RemoveMember;
import io.github.simplechat.api.room.RemoveReaction;
import io.github.simplechat.api.room.Role;
import io.github.simplechat.api.room.RoomArchived;
import io.github.simplechat.api.room.RoomChanged;
import io.github.simplechat.api.room.RoomCommand;
import io.github.simplechat.api.room.SendMessage;
import io.github.simplechat.api.room.UnpinMessage;
import io.github.simplechat.api.room.Visibility;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Opening, changing and archiving rooms. */
class LifecycleTest {

    private static ChangeRoom change(
            UUID actorId,
            @Nullable String name,
            @Nullable Visibility visibility,
            @Nullable String topic,
            @Nullable Integer slowMode) {
        return new ChangeRoom(ROOM, actorId, AT, name, visibility, topic, slowMode, null);
    }

    private static ArchiveRoom archive(UUID actorId) {
        return new ArchiveRoom(ROOM, actorId, AT, null);
    }

    @Test
    void given_a_moderator_when_changing_name_topic_and_slow_mode_then_all_settings_are_named() {
        room().leadsOnceTo(
                        change(MODERATOR, "새 방", null, "주제", 30),
                        new RoomChanged(ROOM, MODERATOR, AT, "새 방", Visibility.PUBLIC, "주제", 30));
    }

    @Test
    void given_a_topic_when_an_empty_one_is_set_then_the_room_has_none() {
        room().and(new RoomChanged(ROOM, OWNER, AT, "방", Visibility.PUBLIC, "주제", 5))
                .leadsOnceTo(
                        change(OWNER, null, null, "", null),
                        new RoomChanged(ROOM, OWNER, AT, "방", Visibility.PUBLIC, null, 5));
    }

    @Test
    void given_a_change_of_nothing_when_changing_then_nothing_happens() {
        room().changesNothing(change(MODERATOR, null, null, null, null));
    }

    @Test
    void given_the_visibility_when_changing_it_then_an_owner_may_and_a_moderator_may_not() {
        room().refuses(change(MODERATOR, null, Visibility.PRIVATE, null, null), Reason.FORBIDDEN);
        room().leadsOnceTo(
                        change(OWNER, null, Visibility.PRIVATE, null, null),
                        new RoomChanged(ROOM, OWNER, AT, "방", Visibility.PRIVATE, null, 0));
    }

    @Test
    void given_a_plain_member_when_changing_then_refused() {
        room().refuses(change(MEMBER, "x", null, null, null), Reason.FORBIDDEN);
        room().refuses(change(STRANGER, "x", null, null, null), Reason.NOT_A_MEMBER);
        nothing().refuses(change(OWNER, "x", null, null, null), Reason.ROOM_NOT_FOUND);
    }

    @Test
    void given_an_owner_when_archiving_then_archived_once() {
        room().leadsOnceTo(archive(OWNER), new RoomArchived(ROOM, OWNER, AT));
        room().refuses(archive(MODERATOR), Reason.FORBIDDEN);
    }

    static Stream<RoomCommand> writing() {
        return Stream.of(
                SendMessage.of(ROOM, OWNER, AT, "글"),
                new EditMessage(ROOM, MEMBER, AT, 1, "고침", List.of()),
                new AddReaction(ROOM, OWNER, AT, 1, "👍"),
                new RemoveReaction(ROOM, OWNER, AT, 1, "👍"),
                new PinMessage(ROOM, OWNER, AT, 1),
                new UnpinMessage(ROOM, OWNER, AT, 1),
                change(OWNER, "x", null, null, null),
                new MuteMember(ROOM, OWNER, AT, MEMBER, LATER),
                new JoinRoom(ROOM, STRANGER, AT, true, 10),
                new AddMember(ROOM, OWNER, AT, STRANGER, 10),
                new ConfirmInviting(ROOM, OWNER, AT, STRANGER));
    }

    @ParameterizedTest
    @MethodSource("writing")
    void given_an_archived_room_when_writing_or_coming_in_then_refused(RoomCommand command) {
        room().and(new RoomArchived(ROOM, OWNER, AT)).refuses(command, Reason.ROOM_ARCHIVED);
    }

    @Test
    void given_an_archived_room_when_settling_who_is_in_it_then_possible() {
        RoomStory archived = room().and(new RoomArchived(ROOM, OWNER, AT));

        archived.changesNothing(new ConfirmMembership(ROOM, MEMBER, AT));
        archived.leadsTo(
                new DeleteMessage(ROOM, MEMBER, AT, 1), new MessageDeleted(ROOM, MEMBER, AT, 1));
        archived.leadsTo(
                new ChangeRole(ROOM, OWNER, AT, MODERATOR, Role.OWNER),
                new MemberRoleChanged(ROOM, OWNER, AT, MODERATOR, Role.OWNER));
        archived.leadsTo(
                new RemoveMember(ROOM, OWNER, AT, MEMBER), new MemberLeft(ROOM, OWNER, AT, MEMBER));
        archived.leadsTo(
                new BanPerson(ROOM, OWNER, AT, MEMBER, null),
                new MemberBanned(ROOM, OWNER, AT, MEMBER, null));
        archived.leadsTo(new LeaveRoom(ROOM, OWNER, AT), new MemberLeft(ROOM, OWNER, AT, OWNER));
    }

    @Test
    void given_a_direct_room_when_opened_from_the_other_side_then_it_is_the_same() {
        directRoom().changesNothing(new OpenDirectRoom(ROOM, MEMBER, AT, OWNER));
    }

    static Stream<RoomCommand> notForTwo() {
        return Stream.of(
                change(OWNER, "x", null, null, null),
                archive(OWNER),
                new JoinRoom(ROOM, STRANGER, AT, true, 10),
                new AddMember(ROOM, OWNER, AT, STRANGER, 10),
                new LeaveRoom(ROOM, OWNER, AT),
                new RemoveMember(ROOM, OWNER, AT, MEMBER),
                new ConfirmInviting(ROOM, OWNER, AT, STRANGER),
                new ChangeRole(ROOM, OWNER, AT, MEMBER, Role.MODERATOR),
                new MuteMember(ROOM, OWNER, AT, MEMBER, LATER),
                new BanPerson(ROOM, OWNER, AT, MEMBER, null),
                new LiftBan(ROOM, OWNER, AT, MEMBER));
    }

    @ParameterizedTest
    @MethodSource("notForTwo")
    void given_a_direct_room_when_treated_as_one_of_many_then_refused(RoomCommand command) {
        directRoom().refuses(command, Reason.DIRECT_ROOM);
    }

    @Test
    void given_a_direct_room_when_both_use_it_then_they_send_react_and_pin() {
        RoomStory direct = directRoom();

        direct.leadsOnceTo(
                new PinMessage(ROOM, OWNER, AT, 1), new MessagePinned(ROOM, OWNER, AT, 1));
        direct.leadsOnceTo(
                new AddReaction(ROOM, OWNER, AT, 1, "👍"),
                new ReactionAdded(ROOM, OWNER, AT, 1, "👍"));
        direct.refuses(new DeleteMessage(ROOM, OWNER, AT, 1), Reason.FORBIDDEN);
    }
}
