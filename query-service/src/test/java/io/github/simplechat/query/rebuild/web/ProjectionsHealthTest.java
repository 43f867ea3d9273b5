package io.github.simplechat.query.rebuild.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.platform.eventstore.memory.InMemoryEventLog;
import io.github.simplechat.query.platform.Contents;
import io.github.simplechat.query.rebuild.Projection;
import io.github.simplechat.query.rebuild.Projection.Memory;
import io.github.simplechat.query.rebuild.ProjectionEngine;
import io.github.simplechat.query.rebuild.ProjectionWriter;
import io.github.simplechat.query.rebuild.ServedProjection;
import io.github.simplechat.query.rebuild.memory.InMemoryCatalogue;
import io.github.simplechat.query.rebuild.memory.InMemoryCheckpoints;
import io.github.simplechat.query.rebuild.memory.InMemoryParkedFeeds;
import io.github.simplechat.query.testing.Quick;
import io.github.simplechat.query.testing.Story;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class ProjectionsHealthTest {

    private final InMemoryEventLog log = Story.log(1, 100);
    private final Breakable shared = new Breakable();
    private final Breakable own = new Breakable();
    private final ServedProjection<String> served =
            new ServedProjection<>(Projection.of("p", n -> "store", s -> shared));
    private final ServedProjection<String> servedOwn =
            new ServedProjection<>(Projection.of("q", n -> "own", s -> own, Optional.of(memory())));
    private final ProjectionEngine engine =
            new ProjectionEngine(
                    log, log, memory(), Quick.settings(10), List.of(served, servedOwn));
    private final ProjectionsHealth health = new ProjectionsHealth(engine);

    private static Memory memory() {
        return new Memory(
                new InMemoryCatalogue(), new InMemoryCheckpoints(), new InMemoryParkedFeeds());
    }

    private static final class Breakable implements ProjectionWriter {

        private final AtomicBoolean broken = new AtomicBoolean(true);

        @Override
        public void apply(List<RecordedEvent> batch) {
            if (broken.get()) {
                throw new IllegalStateException("as told");
            }
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
        engine.stop();
    }

    private Status status() {
        return health.health().getStatus();
    }

    private static void assertBehind(ServedProjection<?> projection) {
        assertThatThrownBy(projection::store)
                .isInstanceOfSatisfying(
                        Rejection.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.PROJECTION_BEHIND));
    }

    @Test
    void a_query_waits_for_the_projections_that_it_asks_and_for_no_other() {
        assertBehind(served);
        engine.start();
        await().until(engine::isFailing);
        assertBehind(served);
        assertBehind(servedOwn);
        assertThat(engine.statuses().getFirst().state()).isEqualTo("failing");
        assertThat(engine.statuses().getFirst().lagMs()).isPositive();

        shared.broken.set(false);
        await().until(() -> engine.statuses().getFirst().state().equals("running"));

        assertThat(served.store()).isEqualTo("store");
        assertBehind(servedOwn);
        own.broken.set(false);
        await().until(engine::isCaughtUp);
        assertThat(servedOwn.store()).isEqualTo("own");
    }

    @Test
    void it_is_up_while_all_that_nodes_share_has_caught_up_and_nothing_fails() {
        engine.start();
        await().until(engine::isFailing);
        assertThat(status()).isEqualTo(Status.DOWN);

        shared.broken.set(false);
        own.broken.set(false);
        await().until(() -> engine.isCaughtUp() && !engine.isFailing());
        assertThat(status()).isEqualTo(Status.UP);

        shared.broken.set(true);
        new Story(2, log).tell(1);
        await().until(engine::isFailing);

        assertThat(served.store()).isEqualTo("store");
        assertThat(status()).isEqualTo(Status.DOWN);
    }
}
