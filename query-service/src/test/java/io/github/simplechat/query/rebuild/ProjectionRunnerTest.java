package io.github.simplechat.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.platform.eventstore.memory.InMemoryEventLog;
import io.github.simplechat.query.platform.Contents;
import io.github.simplechat.query.rebuild.memory.InMemoryCheckpoints;
import io.github.simplechat.query.rebuild.memory.InMemoryParkedFeeds;
import io.github.simplechat.query.testing.Quick;
import io.github.simplechat.query.testing.Story;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProjectionRunnerTest {

    private static final GenerationId ID = new GenerationId("listening", 1);

    private final InMemoryEventLog log = Story.log(1, 50);
    private final InMemoryCheckpoints checkpoints = new InMemoryCheckpoints();
    private final List<Long> taken = new CopyOnWriteArrayList<>();
    private final AtomicBoolean allowed = new AtomicBoolean(true);
    private final AtomicInteger failures = new AtomicInteger();
    private ProjectionRunner runner = runner();

    private ProjectionRunner runner() {
        return new ProjectionRunner(
                log, checkpoints, Quick.settings(7), ID, parking(), allowed::get);
    }

    private Parking parking() {
        return new Parking(ID, new InMemoryParkedFeeds(), log, new Listening(), 0, Share.WHOLE);
    }

    /** Remembers positions; fails as often as told. */
    private final class Listening implements ProjectionWriter {

        @Override
        public void apply(List<RecordedEvent> batch) {
            assertThat(checkpoints.position(ID)).isLessThan(batch.getFirst().position());
            if (failures.get() > 0) {
                failures.decrementAndGet();
                throw new IllegalStateException("as told");
            }
            batch.forEach(recorded -> taken.add(recorded.position()));
        }

        @Override
        public Contents contents() {
            return Contents.joined(Map.of());
        }

        @Override
        public void drop() {}
    }

    @AfterEach
    void stop() {
        runner.stop();
    }

    @Test
    void takes_in_every_event_once_and_in_order_and_then_those_that_come() {
        runner.start();
        await().until(() -> runner.position() == log.head());

        new Story(2, log).tell(20);
        await().until(() -> runner.position() == log.head());

        assertThat(taken).isSorted().doesNotHaveDuplicates().hasSize((int) log.head());
        assertThat(checkpoints.position(ID)).isEqualTo(log.head());
        assertThat(runner.eventsPerSecond()).isPositive();
    }

    @Test
    void goes_on_after_a_restart_where_it_stopped() {
        runner.start();
        await().until(() -> runner.position() == log.head());
        runner.stop();
        int before = taken.size();

        new Story(2, log).tell(20);
        runner = runner().start();
        await().until(() -> runner.position() == log.head());

        assertThat(taken).isSorted().doesNotHaveDuplicates().hasSize((int) log.head());
        assertThat(before).isLessThan(taken.size());
    }

    @Test
    void given_a_batch_that_fails_when_it_is_tried_again_then_nothing_is_skipped() {
        failures.set(Integer.MAX_VALUE);
        runner.start();

        await().until(runner::isFailing);
        assertThat(checkpoints.position(ID)).isZero();
        failures.set(0);
        await().until(() -> runner.position() == log.head() && !runner.isFailing());

        assertThat(taken).isSorted().doesNotHaveDuplicates().hasSize((int) log.head());
    }

    @Test
    void stops_while_a_batch_fails() {
        failures.set(Integer.MAX_VALUE);
        runner.start();
        await().until(runner::isFailing);

        runner.stop();

        assertThat(taken).isEmpty();
        assertThat(checkpoints.position(ID)).isZero();
    }

    @Test
    void given_it_may_not_write_when_events_come_then_they_wait_until_it_may() {
        allowed.set(false);
        runner.start();
        await().during(Duration.ofMillis(100)).until(taken::isEmpty);

        allowed.set(true);

        await().until(() -> runner.position() == log.head());
        assertThat(taken).isSorted().doesNotHaveDuplicates().hasSize((int) log.head());
    }
}
