package io.github.simplechat.query.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.person.MessagesRead;
import io.github.simplechat.api.person.PersonMentioned;
import io.github.simplechat.api.room.DirectRoomCreated;
import io.github.simplechat.api.room.MemberBanned;
import io.github.simplechat.api.room.MemberJoined;
import io.github.simplechat.api.room.MemberLeft;
import io.github.simplechat.api.room.MemberMuted;
import io.github.simplechat.api.room.MemberRoleChanged;
import io.github.simplechat.api.room.MemberUnbanned;
import io.github.simplechat.api.room.MessageDeleted;
import io.github.simplechat.api.room.MessageEdited;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.api.room.Role;
import io.github.simplechat.api.room.RoomArchived;
import io.github.simplechat.api.room.RoomChanged;
import io.github.simplechat.api.room.RoomCreated;
import io.github.simplechat.api.room.RoomEvent;
import io.github.simplechat.api.room.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoomsProjectionTest {

    private static final Instant AT = Instant.parse("2026-11-22T06:00:00Z");
    private final UUID room = UUID.randomUUID();
    private final UUID anna = UUID.randomUUID();
    private final UUID ben = UUID.randomUUID();

    private final MemberJoined annaJoined = new MemberJoined(room, anna, AT, anna, Role.OWNER, 0);

    @Test
    void a_room_counts_its_members_and_knows_its_last_message() {
        List<RoomEvent> events =
                List.of(
                        new RoomCreated(room, anna, AT, "Tea", Visibility.PUBLIC, "Leaves"),
                        annaJoined,
                        new MemberJoined(room, anna, AT, ben, Role.MEMBER, 0),
                        MessageSent.of(room, ben, AT, 1, "Hi"),
                        new MessageEdited(room, ben, AT, 1, "Ho", List.of()),
                        new MessageDeleted(room, ben, AT, 1),
                        new MemberLeft(room, anna, AT, ben));
        @Nullable RoomEntry entry = null;
        for (int version = 0; version < events.size(); version++) {
            entry = RoomsProjection.evolve(entry, version, events.get(version));
        }

        assertThat(entry)
                .isEqualTo(
                        new RoomEntry(
                                room, 6, "Tea", "Leaves", Visibility.PUBLIC, null, false, 0, 1, 1));
    }

    @Test
    void a_room_is_what_it_was_changed_to_and_may_be_closed() {
        RoomEntry open =
                RoomsProjection.evolve(
                        (RoomEntry) null,
                        0,
                        new RoomCreated(room, anna, AT, "Tea", Visibility.PUBLIC, "Leaves"));
        RoomEntry changed =
                RoomsProjection.evolve(
                        open,
                        1,
                        new RoomChanged(room, anna, AT, "Coffee", Visibility.PRIVATE, null, 30));

        assertThat(RoomsProjection.evolve(changed, 2, new RoomArchived(room, anna, AT)))
                .isEqualTo(
                        new RoomEntry(
                                room, 2, "Coffee", null, Visibility.PRIVATE, null, true, 30, 0, 0));
    }

    @Test
    void a_direct_room_is_known_by_its_two_people() {
        assertThat(
                        RoomsProjection.evolve(
                                (RoomEntry) null, 0, new DirectRoomCreated(room, anna, AT, ben)))
                .isEqualTo(
                        new RoomEntry(
                                room,
                                0,
                                "",
                                null,
                                Visibility.PRIVATE,
                                new DirectPair(anna, ben),
                                false,
                                0,
                                0,
                                0));
        assertThat(new DirectPair(anna, ben).other(anna)).isEqualTo(ben);
        assertThat(new DirectPair(anna, ben).other(ben)).isEqualTo(anna);
    }

    @Test
    void before_it_was_created_there_is_no_room() {
        assertThat(RoomsProjection.evolve((RoomEntry) null, 1, annaJoined)).isNull();
    }

    @Test
    void who_leaves_and_comes_back_has_read_what_was_there_and_keeps_what_they_sent() {
        Membership in = MembersProjection.evolve((Membership) null, 1, annaJoined);
        Membership wrote = MembersProjection.evolve(in, 2, MessageSent.of(room, anna, AT, 1, "Hi"));
        Membership out = MembersProjection.evolve(wrote, 3, new MemberLeft(room, anna, AT, anna));
        Membership back =
                MembersProjection.evolve(
                        out, 9, new MemberJoined(room, ben, AT, anna, Role.MEMBER, 5));

        assertThat(Objects.requireNonNull(out).present()).isFalse();
        assertThat(back)
                .isEqualTo(new Membership(room, anna, 9, Role.MEMBER, AT, null, 5, 1, true));
    }

    @Test
    void who_was_never_a_member_cannot_leave_or_send() {
        assertThat(
                        MembersProjection.evolve(
                                (Membership) null, 1, new MemberLeft(room, anna, AT, anna)))
                .isNull();
        assertThat(
                        MembersProjection.evolve(
                                (Membership) null, 1, MessageSent.of(room, anna, AT, 1, "Hi")))
                .isNull();
    }

    @Test
    void a_member_has_the_role_and_the_mute_that_was_said_last_and_keeps_the_mute() {
        Membership member = MembersProjection.evolve((Membership) null, 1, annaJoined);
        member =
                MembersProjection.evolve(
                        member, 2, new MemberRoleChanged(room, ben, AT, anna, Role.MODERATOR));
        member = MembersProjection.evolve(member, 3, new MemberMuted(room, ben, AT, anna, AT));

        assertThat(member)
                .isEqualTo(new Membership(room, anna, 3, Role.MODERATOR, AT, AT, 0, 0, true));
        member = MembersProjection.evolve(member, 4, new MemberLeft(room, anna, AT, anna));
        member = MembersProjection.evolve(member, 5, annaJoined);
        assertThat(Objects.requireNonNull(member).mutedUntil()).isEqualTo(AT);
    }

    @Test
    void a_ban_stands_until_it_is_lifted() {
        BanEntry ban = MembersProjection.banned(4, new MemberBanned(room, ben, AT, anna, null));

        assertThat(ban).isEqualTo(new BanEntry(room, anna, 4, ben, AT, null, true));
        assertThat(MembersProjection.lifted(ban, 5, new MemberUnbanned(room, ben, AT, anna)))
                .isEqualTo(new BanEntry(room, anna, 5, ben, AT, null, false));
    }

    @Test
    void mentions_are_kept_until_they_are_read() {
        ReadMarker marker =
                MembersProjection.evolve(
                        (ReadMarker) null, 1, new PersonMentioned(anna, ben, AT, room, 4));
        marker = MembersProjection.evolve(marker, 2, new PersonMentioned(anna, ben, AT, room, 9));
        marker = MembersProjection.evolve(marker, 3, new MessagesRead(anna, anna, AT, room, 4));
        marker = MembersProjection.evolve(marker, 4, new PersonMentioned(anna, ben, AT, room, 2));

        assertThat(marker).isEqualTo(new ReadMarker(room, anna, 4, 4, new TreeSet<>(List.of(9L))));
    }

    @Test
    void of_somebody_who_never_reads_the_latest_mentions_are_kept() {
        ReadMarker marker = null;
        for (long seq = 1; seq <= ReadMarker.MOST_MENTIONS + 1; seq++) {
            marker =
                    MembersProjection.evolve(
                            marker, seq, new PersonMentioned(anna, ben, AT, room, seq));
        }

        assertThat(Objects.requireNonNull(marker).mentions())
                .hasSize(ReadMarker.MOST_MENTIONS)
                .first()
                .isEqualTo(2L);
    }

    @Test
    void a_marker_never_goes_back() {
        ReadMarker marker =
                MembersProjection.evolve(
                        (ReadMarker) null, 4, new MessagesRead(anna, anna, AT, room, 7));
        marker = MembersProjection.evolve(marker, 5, new MessagesRead(anna, anna, AT, room, 3));

        assertThat(marker).isEqualTo(new ReadMarker(room, anna, 5, 7, new TreeSet<>()));
    }

    @Test
    void tombstones_are_gathered_by_the_thousand() {
        Tombstones some =
                RoomsProjection.evolve(
                        (Tombstones) null, 4, new MessageDeleted(room, anna, AT, 1_999));
        some = RoomsProjection.evolve(some, 5, new MessageDeleted(room, anna, AT, 1_000));

        assertThat(some.bucket()).isEqualTo(1);
        assertThat(some.seqs()).containsExactly(1_000L, 1_999L);
        assertThat(some.version()).isEqualTo(5);
    }
}
