package io.github.simplechat.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.simplechat.platform.eventstore.memory.InMemoryEventLog;
import io.github.simplechat.query.rebuild.Projection.Memory;
import io.github.simplechat.query.rebuild.memory.InMemoryCatalogue;
import io.github.simplechat.query.rebuild.memory.InMemoryCheckpoints;
import io.github.simplechat.query.rebuild.memory.InMemoryParkedFeeds;
import io.github.simplechat.query.testing.Quick;
import io.github.simplechat.query.testing.Story;
import io.github.simplechat.query.timeline.TimelineProjector;
import io.github.simplechat.query.timeline.TimelineStore;
import io.github.simplechat.query.timeline.memory.InMemoryTimelineStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A stop ends what has begun, and leaves nothing behind that goes on. */
@Timeout(60)
class StopTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration A_MOMENT = Duration.ofMillis(300);

    private final InMemoryEventLog log = Story.log(1, 100);
    private final InMemoryCatalogue catalogue = new InMemoryCatalogue();

    private ProjectionEngine engine(Catalogue its) {
        ProjectionEngine engine =
                new ProjectionEngine(
                        log,
                        log,
                        new Memory(its, new InMemoryCheckpoints(), new InMemoryParkedFeeds()),
                        Quick.divided(50, 4),
                        List.of(
                                new ServedProjection<TimelineStore>(
                                        Projection.of(
                                                "timeline",
                                                generation -> new InMemoryTimelineStore(),
                                                TimelineProjector::new))));
        engine.start();
        await().atMost(LONG).until(engine::isCaughtUp);
        return engine;
    }

    private Build second() {
        return catalogue.of("timeline").build(2).orElseThrow();
    }

    /** Takes its time for what a test says. Interrupted, it takes no time and remembers that. */
    private class Slow implements Catalogue {

        private final CountDownLatch reached = new CountDownLatch(1);
        private final AtomicBoolean interrupted = new AtomicBoolean();

        void takeTime() {
            reached.countDown();
            try {
                Thread.sleep(A_MOMENT);
            } catch (InterruptedException e) {
                interrupted.set(true);
            }
        }

        @Override
        public List<Lineage> all() {
            return catalogue.all();
        }

        @Override
        public Lineage of(String projection) {
            return catalogue.of(projection);
        }

        @Override
        public boolean write(Lineage next) {
            return catalogue.write(next);
        }
    }

    @Test
    void a_look_at_the_catalogue_that_is_under_way_is_not_interrupted() throws Exception {
        Slow slow =
                new Slow() {
                    @Override
                    public List<Lineage> all() {
                        takeTime();
                        return super.all();
                    }
                };
        ProjectionEngine engine = engine(slow);
        slow.reached.await();

        engine.stop();

        assertThat(slow.interrupted).isFalse();
    }

    @Test
    void given_a_node_gathers_the_parts_when_it_stops_then_it_does_not_build_on() throws Exception {
        Slow slow =
                new Slow() {
                    @Override
                    public boolean write(Lineage next) {
                        if (next.open(1).filter(build -> !build.isDivided()).isPresent()
                                && second().isDivided()) {
                            takeTime();
                        }
                        return super.write(next);
                    }
                };
        ProjectionEngine engine = engine(slow);
        engine.rebuilds("timeline").begin("me", true);
        slow.reached.await();

        engine.stop();

        assertThat(second().lease().owner()).isNull();
        Lineage stopped = catalogue.of("timeline");
        Thread.sleep(A_MOMENT);
        assertThat(catalogue.of("timeline")).isEqualTo(stopped);
    }
}
