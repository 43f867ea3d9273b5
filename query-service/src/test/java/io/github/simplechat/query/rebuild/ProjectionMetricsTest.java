package io.github.simplechat.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.platform.eventstore.memory.InMemoryEventLog;
import io.github.simplechat.query.rebuild.Projection.Memory;
import io.github.simplechat.query.rebuild.memory.InMemoryCatalogue;
import io.github.simplechat.query.rebuild.memory.InMemoryCheckpoints;
import io.github.simplechat.query.rebuild.memory.InMemoryParkedFeeds;
import io.github.simplechat.query.testing.Quick;
import io.github.simplechat.query.testing.Story;
import io.github.simplechat.query.testing.TestMongo;
import io.github.simplechat.query.timeline.TimelineFixture;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProjectionMetricsTest {

    private final InMemoryEventLog log = Story.log(1, 100);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ProjectionEngine engine =
            new ProjectionEngine(
                    log,
                    log,
                    new Memory(
                            new InMemoryCatalogue(),
                            new InMemoryCheckpoints(),
                            new InMemoryParkedFeeds()),
                    Quick.settings(10),
                    List.of(
                            new ServedProjection<>(
                                    TimelineFixture.projection(TestMongo.embedded()))));

    @Test
    void given_a_feed_that_is_parked_when_measured_then_it_and_what_waits_until_it_is_retried() {
        RecordedEvent bad = Story.all(log).get(50);
        long later = log.version(bad.event().feedId()) - bad.version() + 1;
        log.spoil(bad.position());
        engine.start();
        try {
            new ProjectionMetrics(engine).bindTo(registry);
            await().until(() -> parked("events") == later);
            assertThat(parked("feeds")).isEqualTo(1);

            log.mend();
            assertThat(engine.retry("timeline", bad.event().feedId())).isEmpty();

            assertThat(parked("feeds")).isZero();
            assertThat(parked("events")).isZero();
        } finally {
            engine.stop();
        }
    }

    private double parked(String what) {
        return registry.get("projection.parked." + what)
                .tag("projection", "timeline")
                .gauge()
                .value();
    }
}
