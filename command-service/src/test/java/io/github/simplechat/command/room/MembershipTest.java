package io.github.simplechat.command.room;

import static io.github.simplechat.command.room.RoomStory.AT;
import static io.github.simplechat.command.room.RoomStory.LATER;
import static io.github.simplechat.command.room.RoomStory.MEMBER;
import static io.github.simplechat.command.room.RoomStory.MODERATOR;
import static io.github.simplechat.command.room.RoomStory.OWNER;
import static io.github.simplechat.command.room.RoomStory.ROOM;
import static io.github.simplechat.command.room.RoomStory.STRANGER;
import static io.github.simplechat.command.room.RoomStory.directRoom;
import static io.github.simplechat.command.room.RoomStory.in;
import static io.github.simplechat.command.room.RoomStory.room;

import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.api.room.AddMember;
import io.github.simplechat.api.room.ConfirmInviting;
import io.github.simplechat.api.room.ForgetMember;
import io.github.simplechat.api.room.JoinRoom;
import io.github.simplechat.api.room.MemberBanned;
import io.github.simplechat.api.room.MemberJoined;
import io.github.simplechat.api.room.MemberLeft;
import io.github.simplechat.api.room.MemberRoleChanged;
import io.github.simplechat.api.room.RemoveMember;
import io.github.simplechat.api.room.Role;
import io.github.simplechat.api.room.RoomArchived;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who comes into a room and who goes out of it. */
class MembershipTest {

    @Test
    void given_a_banned_person_when_coming_in_by_any_door_then_refused_until_it_ends() {
        RoomStory banned = room().and(new MemberBanned(ROOM, OWNER, AT, STRANGER, LATER));

        Duration minute = Duration.ofSeconds(60);
        banned.refuses(new JoinRoom(ROOM, STRANGER, AT, false, 10), Reason.BANNED, minute);
        banned.refuses(new JoinRoom(ROOM, STRANGER, AT, true, 10), Reason.BANNED, minute);
        banned.refuses(new AddMember(ROOM, OWNER, AT, STRANGER, 10), Reason.BANNED, minute);
        banned.refuses(new ConfirmInviting(ROOM, OWNER, AT, STRANGER), Reason.BANNED, minute);
        banned.leadsTo(
                new JoinRoom(ROOM, STRANGER, LATER, false, 10),
                new MemberJoined(ROOM, STRANGER, LATER, STRANGER, Role.MEMBER, 1));
    }

    @Test
    void given_a_ban_for_good_when_joining_then_nobody_says_when_to_come_back() {
        room().and(new MemberBanned(ROOM, OWNER, AT, STRANGER, null))
                .refuses(new JoinRoom(ROOM, STRANGER, LATER, false, 10), Reason.BANNED);
    }

    @Test
    void given_a_member_when_somebody_would_invite_them_then_refused() {
        room().refuses(new ConfirmInviting(ROOM, OWNER, AT, MEMBER), Reason.ALREADY_A_MEMBER);
        room().refuses(new ConfirmInviting(ROOM, STRANGER, AT, MEMBER), Reason.NOT_A_MEMBER);
        room().changesNothing(new ConfirmInviting(ROOM, MEMBER, AT, STRANGER));
    }

    @Test
    void given_roles_when_removing_then_only_those_below() {
        RoomStory two = room().and(in(STRANGER, Role.MODERATOR));

        two.refuses(new RemoveMember(ROOM, MODERATOR, AT, OWNER), Reason.FORBIDDEN);
        two.refuses(new RemoveMember(ROOM, MODERATOR, AT, STRANGER), Reason.FORBIDDEN);
        two.leadsOnceTo(
                new RemoveMember(ROOM, MODERATOR, AT, MEMBER),
                new MemberLeft(ROOM, MODERATOR, AT, MEMBER));
        two.leadsOnceTo(
                new RemoveMember(ROOM, OWNER, AT, STRANGER),
                new MemberLeft(ROOM, OWNER, AT, STRANGER));
    }

    @Test
    void given_the_only_owner_when_forgotten_then_the_moderator_inherits() {
        room().leadsOnceTo(
                        new ForgetMember(ROOM, OWNER, AT),
                        new MemberRoleChanged(ROOM, OWNER, AT, MODERATOR, Role.OWNER),
                        new MemberLeft(ROOM, OWNER, AT, OWNER));
    }

    @Test
    void given_no_moderator_when_the_only_owner_is_forgotten_then_the_oldest_member_inherits() {
        room().and(new MemberRoleChanged(ROOM, OWNER, AT, MODERATOR, Role.MEMBER))
                .and(in(STRANGER, Role.MEMBER))
                .leadsOnceTo(
                        new ForgetMember(ROOM, OWNER, AT),
                        new MemberRoleChanged(ROOM, OWNER, AT, MODERATOR, Role.OWNER),
                        new MemberLeft(ROOM, OWNER, AT, OWNER));
    }

    @Test
    void given_a_direct_or_an_archived_room_when_a_person_is_forgotten_then_they_leave_it() {
        directRoom()
                .leadsOnceTo(
                        new ForgetMember(ROOM, MEMBER, AT),
                        new MemberLeft(ROOM, MEMBER, AT, MEMBER));
        room().and(new RoomArchived(ROOM, OWNER, AT))
                .leadsOnceTo(
                        new ForgetMember(ROOM, MEMBER, AT),
                        new MemberLeft(ROOM, MEMBER, AT, MEMBER));
    }
}
