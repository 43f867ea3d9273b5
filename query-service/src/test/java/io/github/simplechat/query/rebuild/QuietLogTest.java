package io.github.simplechat.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.simplechat.api.query.RebuildStatus;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** While nothing happens, readers wait for long; nobody waits for them. */
@Timeout(60)
class QuietLogTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration VERY_LONG = Duration.ofMinutes(10);

    private final InMemoryEventLog log = Story.log(1, 100);
    private final ProjectionEngine engine =
            new ProjectionEngine(
                    log,
                    log,
                    new Memory(
                            new InMemoryCatalogue(),
                            new InMemoryCheckpoints(),
                            new InMemoryParkedFeeds()),
                    Quick.settings(50, Duration.ZERO, VERY_LONG),
                    List.of(
                            new ServedProjection<TimelineStore>(
                                    Projection.of(
                                            "timeline",
                                            generation -> new InMemoryTimelineStore(),
                                            TimelineProjector::new))));

    @Test
    void a_switch_and_a_stop_do_not_wait_for_readers_that_wait_for_events() {
        engine.start();
        await().atMost(SOON).until(engine::isCaughtUp);
        Rebuilds desk = engine.rebuilds("timeline");

        RebuildStatus begun = desk.begin("me", true);

        assertThat(desk.await(begun.id(), SOON).state()).isEqualTo("done");
        assertThat(engine.statuses().getFirst().generation()).isEqualTo(2);
        engine.stop();
    }
}
