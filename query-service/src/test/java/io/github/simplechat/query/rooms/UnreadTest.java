package io.github.simplechat.query.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.room.Role;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UnreadTest {

    private final UUID room = UUID.randomUUID();
    private final UUID user = UUID.randomUUID();

    private Membership joined(long joinSeq, long sentSeq) {
        return new Membership(
                room, user, 9, Role.MEMBER, Instant.EPOCH, null, joinSeq, sentSeq, true);
    }

    private ReadMarker marker(long seq, Long... mentions) {
        return new ReadMarker(room, user, 3, seq, new TreeSet<>(List.of(mentions)));
    }

    private Tombstones deleted(long... seqs) {
        TreeSet<Long> set = new TreeSet<>();
        for (long seq : seqs) {
            set.add(seq);
        }
        return new Tombstones(room, TombstoneKey.of(room, seqs[0]).bucket(), 9, set);
    }

    @Test
    void read_is_what_was_marked_or_sent_or_there_before() {
        assertThat(Unread.readSeq(joined(4, 0), null)).isEqualTo(4);
        assertThat(Unread.readSeq(joined(4, 6), null)).isEqualTo(6);
        assertThat(Unread.readSeq(joined(4, 6), marker(7))).isEqualTo(7);
        assertThat(Unread.readSeq(joined(4, 6), marker(2))).isEqualTo(6);
    }

    @Test
    void unread_is_what_came_after_without_what_was_deleted_of_it() {
        assertThat(Unread.count(10, 4, List.of())).isEqualTo(6);
        assertThat(Unread.count(10, 4, List.of(deleted(2, 4, 5, 10)))).isEqualTo(4);
        assertThat(Unread.count(2_500, 999, List.of(deleted(5), deleted(1_000), deleted(2_500))))
                .isEqualTo(1_499);
        assertThat(Unread.count(10, 10, List.of())).isZero();
    }

    @Test
    void mentions_are_those_after_what_was_read_without_what_was_deleted() {
        assertThat(Unread.mentions(marker(2, 3L, 4L, 6L, 9L), 4, List.of(deleted(6)))).isEqualTo(1);
        assertThat(Unread.mentions(null, 4, List.of())).isZero();
    }

    @Test
    void a_marker_ahead_of_the_room_leaves_nothing_unread() {
        assertThat(Unread.count(10, 12, List.of())).isZero();
        assertThat(Unread.buckets(room, 10, 12)).isEmpty();
    }

    @Test
    void only_the_tombstones_after_what_was_read_are_asked_for() {
        assertThat(Unread.buckets(room, 2_500, 999))
                .containsExactly(new TombstoneKey(room, 1), new TombstoneKey(room, 2));
        assertThat(Unread.buckets(room, 2_500, 998)).hasSize(3);
        assertThat(Unread.buckets(room, 10, 10)).isEmpty();
    }
}
