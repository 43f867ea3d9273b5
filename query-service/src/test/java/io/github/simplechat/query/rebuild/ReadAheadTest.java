package io.github.simplechat.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.platform.eventstore.EventLog;
import io.github.simplechat.platform.eventstore.Patience;
import io.github.simplechat.platform.eventstore.memory.InMemoryEventLog;
import io.github.simplechat.query.testing.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadAheadTest {

    private final InMemoryEventLog log = Story.log(1, 100);

    private List<RecordedEvent> all(ReadAhead ahead, int limit) {
        List<RecordedEvent> all = new ArrayList<>();
        List<RecordedEvent> batch = ahead.read(0, limit, Patience.NONE);
        while (!batch.isEmpty()) {
            all.addAll(batch);
            batch = ahead.read(batch.getLast().position(), limit, Patience.NONE);
        }
        return all;
    }

    @Test
    void every_event_comes_once_and_in_order_also_those_that_come_later() {
        ReadAhead ahead = new ReadAhead(log);
        assertThat(all(ahead, 7)).isEqualTo(Story.all(log));

        new Story(2, log).tell(20);

        assertThat(all(new ReadAhead(log), 1_000)).isEqualTo(Story.all(log));
        assertThat(all(ahead, 1)).isEqualTo(Story.all(log));
    }

    @Test
    @Timeout(30)
    void given_a_full_batch_when_it_is_given_out_then_the_next_two_are_read_already()
            throws InterruptedException {
        Set<Long> asked = ConcurrentHashMap.newKeySet();
        CountDownLatch three = new CountDownLatch(3);
        ReadAhead ahead =
                new ReadAhead(
                        new Listening((after, limit) -> {
                            asked.add(after);
                            three.countDown();
                            return log.read(after, limit, Patience.NONE);
                        }));

        ahead.read(0, 10, Patience.NONE);

        assertThat(three.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(asked).containsExactlyInAnyOrder(0L, 10L, 20L);
        assertThat(ahead.read(10, 10, Patience.NONE).getFirst().position()).isEqualTo(11);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10, 1_000})
    void given_positions_that_are_missing_when_read_then_every_event_comes_once_and_in_order(
            int limit) {
        List<RecordedEvent> some =
                Story.all(log).stream()
                        .filter(one -> one.position() % 3 != 0)
                        .filter(one -> one.position() < 40 || one.position() > 90)
                        .toList();
        EventLog holes =
                new Listening((after, most) ->
                        some.stream().filter(one -> one.position() > after).limit(most).toList());

        assertThat(all(new ReadAhead(holes), limit)).isEqualTo(some);
    }

    @Test
    void given_a_page_that_ends_early_when_read_then_nothing_is_passed_over() {
        EventLog early =
                new Listening(
                        (after, limit) -> log.read(after, after == 10 ? 4 : limit, Patience.NONE));

        assertThat(all(new ReadAhead(early), 10)).isEqualTo(Story.all(log));
    }

    @Test
    void given_a_place_that_was_not_expected_when_read_then_what_is_there_is_given() {
        ReadAhead ahead = new ReadAhead(log);
        ahead.read(0, 10, Patience.NONE);

        assertThat(ahead.read(3, 10, Patience.NONE).getFirst().position()).isEqualTo(4);
    }

    @Test
    void given_reading_ahead_fails_when_read_then_it_is_read_again_and_fails_there() {
        ReadAhead ahead =
                new ReadAhead(
                        new Listening((after, limit) -> {
                            if (after == 10) {
                                throw new IllegalStateException("as told");
                            }
                            return log.read(after, limit, Patience.NONE);
                        }));
        ahead.read(0, 10, Patience.NONE);

        assertThatThrownBy(() -> ahead.read(10, 10, Patience.NONE)).hasMessage("as told");
        assertThat(ahead.read(11, 10, Patience.NONE)).hasSize(10);
    }

    private interface Reading {
        List<RecordedEvent> after(long after, int limit);
    }

    private record Listening(Reading reading) implements EventLog {

        @Override
        public List<RecordedEvent> read(long after, int limit, Patience patience) {
            return reading.after(after, limit);
        }

        @Override
        public long head() {
            return 0;
        }
    }
}
