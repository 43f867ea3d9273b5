package io.github.simplechat.command.room;

import static io.github.simplechat.command.room.RoomStory.AT;
import static io.github.simplechat.command.room.RoomStory.LATER;
import static io.github.simplechat.command.room.RoomStory.MEMBER;
import static io.github.simplechat.command.room.RoomStory.MODERATOR;
import static io.github.simplechat.command.room.RoomStory.OWNER;
import static io.github.simplechat.command.room.RoomStory.ROOM;
import static io.github.simplechat.command.room.RoomStory.STRANGER;
import static io.github.simplechat.command.room.RoomStory.in;
import static io.github.simplechat.command.room.RoomStory.room;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.api.room.AddReaction;
import io.github.simplechat.api.room.BanPerson;
import io.github.simplechat.api.room.ChangeRole;
import io.github.simplechat.api.room.EditMessage;
import io.github.simplechat.api.room.JoinRoom;
import io.github.simplechat.api.room.LiftBan;
import io.github.simplechat.api.room.MemberBanned;
import io.github.simplechat.api.room.MemberJoined;
import io.github.simplechat.api.room.MemberLeft;
import io.github.simplechat.api.room.MemberMuted;
import io.github.simplechat.api.room.MemberRoleChanged;
import io.github.simplechat.api.room.MemberUnbanned;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.api.room.MuteMember;
import io.github.simplechat.api.room.Role;
import io.github.simplechat.api.room.SendMessage;
import io.github.simplechat.command.room.RoomState.Present;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Roles, mutes and bans. */
class ModerationTest {

    private static ChangeRole role(UUID actorId, UUID userId, Role role) {
        return new ChangeRole(ROOM, actorId, AT, userId, role);
    }

    @Test
    void given_an_owner_when_changing_a_role_then_changed_once() {
        room().leadsOnceTo(
                        role(OWNER, MEMBER, Role.OWNER),
                        new MemberRoleChanged(ROOM, OWNER, AT, MEMBER, Role.OWNER));
        room().refuses(role(MODERATOR, MEMBER, Role.MODERATOR), Reason.FORBIDDEN);
        room().refuses(role(OWNER, STRANGER, Role.MODERATOR), Reason.MEMBER_NOT_FOUND);
    }

    @Test
    void given_the_only_owner_when_stepping_down_then_refused_until_there_is_another() {
        RoomStory room = room();

        room.refuses(role(OWNER, OWNER, Role.MEMBER), Reason.LAST_OWNER);
        room.leadsTo(
                role(OWNER, MODERATOR, Role.OWNER),
                new MemberRoleChanged(ROOM, OWNER, AT, MODERATOR, Role.OWNER));
        room.leadsTo(
                role(OWNER, OWNER, Role.MEMBER),
                new MemberRoleChanged(ROOM, OWNER, AT, OWNER, Role.MEMBER));
    }

    @Test
    void given_a_muted_member_when_writing_then_refused_until_it_ends() {
        RoomStory muted = room();
        muted.leadsOnceTo(
                new MuteMember(ROOM, MODERATOR, AT, MEMBER, LATER),
                new MemberMuted(ROOM, MODERATOR, AT, MEMBER, LATER));

        Duration minute = Duration.ofSeconds(60);
        muted.refuses(SendMessage.of(ROOM, MEMBER, AT, "글"), Reason.MUTED, minute);
        muted.refuses(new EditMessage(ROOM, MEMBER, AT, 1, "고침", List.of()), Reason.MUTED, minute);
        muted.refuses(new AddReaction(ROOM, MEMBER, AT, 1, "👍"), Reason.MUTED, minute);
        muted.leadsTo(
                SendMessage.of(ROOM, MEMBER, LATER, "다시"),
                MessageSent.of(ROOM, MEMBER, LATER, 2, "다시"));
    }

    @Test
    void given_a_muted_member_when_they_leave_and_come_back_then_still_muted() {
        room().and(new MemberMuted(ROOM, OWNER, AT, MEMBER, LATER))
                .and(new MemberLeft(ROOM, MEMBER, AT, MEMBER))
                .and(in(MEMBER, Role.MEMBER))
                .refuses(SendMessage.of(ROOM, MEMBER, AT, "글"), Reason.MUTED);
    }

    @Test
    void given_a_muted_member_when_unmuted_by_null_or_by_a_time_that_passed_then_free() {
        RoomStory muted = room().and(new MemberMuted(ROOM, OWNER, AT, MEMBER, LATER));

        muted.leadsOnceTo(
                new MuteMember(ROOM, OWNER, AT, MEMBER, null),
                new MemberMuted(ROOM, OWNER, AT, MEMBER, null));
        muted.changesNothing(new MuteMember(ROOM, OWNER, AT, MEMBER, AT));
    }

    @Test
    void given_roles_when_muting_or_banning_then_only_those_below() {
        RoomStory room = room().and(in(STRANGER, Role.MODERATOR));

        for (UUID other : List.of(OWNER, STRANGER, MODERATOR)) {
            room.refuses(new MuteMember(ROOM, MODERATOR, AT, other, LATER), Reason.FORBIDDEN);
            room.refuses(new BanPerson(ROOM, MODERATOR, AT, other, LATER), Reason.FORBIDDEN);
        }
        room.refuses(new MuteMember(ROOM, MEMBER, AT, MEMBER, null), Reason.FORBIDDEN);
        room.leadsTo(
                new MuteMember(ROOM, OWNER, AT, STRANGER, LATER),
                new MemberMuted(ROOM, OWNER, AT, STRANGER, LATER));
        room.refuses(
                new MuteMember(ROOM, OWNER, AT, new UUID(2, 9), LATER), Reason.MEMBER_NOT_FOUND);
    }

    @Test
    void given_a_member_when_banned_then_out_first_and_kept_out() {
        room().leadsOnceTo(
                        new BanPerson(ROOM, MODERATOR, AT, MEMBER, LATER),
                        new MemberLeft(ROOM, MODERATOR, AT, MEMBER),
                        new MemberBanned(ROOM, MODERATOR, AT, MEMBER, LATER));
    }

    @Test
    void given_a_ban_when_another_end_is_set_then_it_replaces_the_old_one() {
        room().and(new MemberBanned(ROOM, OWNER, AT, STRANGER, LATER))
                .leadsOnceTo(
                        new BanPerson(ROOM, MODERATOR, AT, STRANGER, null),
                        new MemberBanned(ROOM, MODERATOR, AT, STRANGER, null));
        room().refuses(new BanPerson(ROOM, OWNER, AT, STRANGER, AT), Reason.INVALID_REQUEST);
    }

    @Test
    void given_a_ban_when_lifted_then_the_door_is_open() {
        RoomStory banned = room().and(new MemberBanned(ROOM, OWNER, AT, STRANGER, null));

        banned.refuses(new LiftBan(ROOM, MEMBER, AT, STRANGER), Reason.FORBIDDEN);
        banned.leadsOnceTo(
                new LiftBan(ROOM, MODERATOR, AT, STRANGER),
                new MemberUnbanned(ROOM, MODERATOR, AT, STRANGER));
        banned.leadsTo(
                new JoinRoom(ROOM, STRANGER, AT, false, 10),
                new MemberJoined(ROOM, STRANGER, AT, STRANGER, Role.MEMBER, 1));
    }

    @Test
    void given_bans_and_mutes_that_have_passed_when_the_next_one_is_set_then_they_drop_out() {
        RoomStory room =
                room().and(new MemberBanned(ROOM, OWNER, AT, STRANGER, LATER))
                        .and(new MemberMuted(ROOM, OWNER, AT, MEMBER, LATER))
                        .and(new MemberBanned(ROOM, OWNER, LATER, new UUID(2, 8), null))
                        .and(new MemberMuted(ROOM, OWNER, LATER, MODERATOR, LATER.plusSeconds(1)));

        Sanctions left = ((Present) room.state()).sanctions();
        assertThat(left.bans()).containsOnlyKeys(new UUID(2, 8));
        assertThat(left.mutes()).containsOnlyKeys(MODERATOR);
    }
}
