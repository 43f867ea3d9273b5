package io.github.simplechat.loadtest.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.api.room.RoomCreated;
import io.github.simplechat.api.room.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StoreCheckTest {

    private static final UUID ROOM = UUID.randomUUID();
    private static final UUID ANN = UUID.randomUUID();

    private final List<RecordedEvent> whole =
            List.of(created(), message(1, 1, "one"), message(2, 2, "two"), message(3, 3, "three"));

    private static RecordedEvent created() {
        return new RecordedEvent(
                1, 0, new RoomCreated(ROOM, ANN, Instant.EPOCH, "tea", Visibility.PUBLIC, null));
    }

    private static RecordedEvent message(long version, long seq, String text) {
        return new RecordedEvent(
                version + 1, version, MessageSent.of(ROOM, ANN, Instant.EPOCH, seq, text));
    }

    private static Acknowledged acknowledged(long version, long seq, String text) {
        return new Acknowledged(ANN.toString(), ROOM.toString(), "key", text, seq, version, 1);
    }

    @Test
    void given_all_that_was_acknowledged_then_nothing_is_found() {
        Findings found =
                StoreCheck.check(
                        whole, List.of(acknowledged(1, 1, "one"), acknowledged(3, 3, "three")));

        assertThat(found).isEqualTo(new Findings(2, 0, 0, 0, 0));
        assertThat(found.good()).isTrue();
    }

    @Test
    void given_nothing_acknowledged_then_nothing_is_proved() {
        assertThat(StoreCheck.check(whole, List.of()).good()).isFalse();
    }

    @Test
    void given_a_message_that_is_not_there_then_it_is_lost() {
        Findings found =
                StoreCheck.check(
                        whole, List.of(acknowledged(3, 3, "three"), acknowledged(4, 4, "four")));

        assertThat(found).isEqualTo(new Findings(2, 1, 0, 0, 0));
    }

    @Test
    void given_another_message_in_its_place_then_it_is_lost() {
        assertThat(StoreCheck.check(whole, List.of(acknowledged(3, 3, "other"))).lost()).isOne();
        assertThat(StoreCheck.check(whole, List.of(acknowledged(3, 4, "three"))).lost()).isOne();
    }

    @Test
    void given_a_message_stored_twice_then_it_is_doubled() {
        List<RecordedEvent> stored = List.of(created(), message(1, 1, "one"), message(2, 2, "one"));

        assertThat(StoreCheck.check(stored, List.of(acknowledged(1, 1, "one"))))
                .isEqualTo(new Findings(1, 0, 1, 0, 0));
    }

    @Test
    void given_a_version_or_a_seq_that_does_not_follow_then_there_is_a_hole() {
        assertThat(
                        StoreCheck.check(
                                        List.of(created(), message(2, 1, "a"), message(3, 2, "b")),
                                        List.of())
                                .holes())
                .isOne();
        assertThat(
                        StoreCheck.check(
                                        List.of(created(), message(1, 1, "a"), message(2, 1, "b")),
                                        List.of())
                                .holes())
                .isOne();
    }
}
