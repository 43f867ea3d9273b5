package io.github.simplechat.query.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.person.MessagesRead;
import io.github.simplechat.api.room.MemberJoined;
import io.github.simplechat.api.room.MemberLeft;
import io.github.simplechat.api.room.MessageDeleted;
import io.github.simplechat.api.room.MessageEdited;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.api.room.Role;
import io.github.simplechat.api.room.RoomCreated;
import io.github.simplechat.api.room.RoomEvent;
import io.github.simplechat.api.room.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
                .isEqualTo(new RoomEntry(room, 6, "Tea", "Leaves", Visibility.PUBLIC, 1, 1));
    }

    @Test
    void before_it_was_created_there_is_no_room() {
        assertThat(RoomsProjection.evolve((RoomEntry) null, 1, annaJoined)).isNull();
    }

    @Test
    void who_leaves_and_comes_back_has_read_what_was_there_and_keeps_what_they_sent() {
        Membership in = RoomsProjection.evolve((Membership) null, 1, annaJoined);
        Membership wrote = RoomsProjection.evolve(in, 2, MessageSent.of(room, anna, AT, 1, "Hi"));
        Membership out = RoomsProjection.evolve(wrote, 3, new MemberLeft(room, anna, AT, anna));
        Membership back =
                RoomsProjection.evolve(
                        out, 9, new MemberJoined(room, ben, AT, anna, Role.MEMBER, 5));

        assertThat(Objects.requireNonNull(out).present()).isFalse();
        assertThat(back).isEqualTo(new Membership(room, anna, 9, Role.MEMBER, AT, 5, 1, true));
    }

    @Test
    void who_was_never_a_member_cannot_leave_or_send() {
        assertThat(
                        RoomsProjection.evolve(
                                (Membership) null, 1, new MemberLeft(room, anna, AT, anna)))
                .isNull();
        assertThat(
                        RoomsProjection.evolve(
                                (Membership) null, 1, MessageSent.of(room, anna, AT, 1, "Hi")))
                .isNull();
    }

    @Test
    void a_marker_never_goes_back() {
        ReadMarker marker =
                RoomsProjection.evolve(
                        (ReadMarker) null, 4, new MessagesRead(anna, anna, AT, room, 7));
        marker = RoomsProjection.evolve(marker, 5, new MessagesRead(anna, anna, AT, room, 3));

        assertThat(marker).isEqualTo(new ReadMarker(room, anna, 5, 7));
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
