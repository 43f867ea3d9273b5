package io.github.simplechat.query.rebuild.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.platform.eventstore.memory.InMemoryEventLog;
import io.github.simplechat.query.rebuild.Projection;
import io.github.simplechat.query.rebuild.ProjectionEngine;
import io.github.simplechat.query.rebuild.ProjectionWriter;
import io.github.simplechat.query.rebuild.ServedProjection;
import io.github.simplechat.query.rebuild.memory.InMemoryGenerationRegister;
import io.github.simplechat.query.testing.Quick;
import io.github.simplechat.query.testing.Story;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;

class CatchUpGateTest {

    private final InMemoryEventLog log = Story.log(1, 100);
    private final AtomicBoolean broken = new AtomicBoolean(true);
    private final ProjectionEngine engine =
            new ProjectionEngine(
                    log,
                    new InMemoryGenerationRegister(),
                    Quick.settings(10),
                    List.of(
                            new ServedProjection<>(
                                    Projection.of("p", n -> "store", s -> new Breakable()))));
    private final CatchUpGate gate = new CatchUpGate(engine);
    private final ProjectionsHealth health = new ProjectionsHealth(engine);

    private final class Breakable implements ProjectionWriter {
        @Override
        public void apply(List<RecordedEvent> batch) {
            if (broken.get()) {
                throw new IllegalStateException("as told");
            }
        }

        @Override
        public void drop() {}
    }

    static final class AskingApi {
        void query() {}
    }

    @AnswersAlways
    static final class AlwaysApi {
        void query() {}
    }

    private boolean passes(Object api) throws NoSuchMethodException {
        return gate.preHandle(
                new MockHttpServletRequest("GET", "/v1/something"),
                new MockHttpServletResponse(),
                api instanceof String
                        ? new HandlerMethod(api, "length")
                        : new HandlerMethod(api, api.getClass().getDeclaredMethod("query")));
    }

    @AfterEach
    void stop() {
        engine.stop();
    }

    @Test
    void until_all_has_been_taken_in_once_queries_are_refused() throws NoSuchMethodException {
        assertBehind();
        engine.start();
        await().until(engine::isFailing);
        assertBehind();
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(engine.statuses().getFirst().state()).isEqualTo("failing");
        assertThat(engine.statuses().getFirst().lagMs()).isPositive();

        broken.set(false);
        await().until(engine::isCaughtUp);

        assertThat(passes(new AskingApi())).isTrue();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        broken.set(true);
        new Story(2, log).tell(1);
        await().until(engine::isFailing);

        assertThat(passes(new AskingApi())).isTrue();
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    }

    private void assertBehind() {
        assertThatThrownBy(() -> passes(new AskingApi()))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.PROJECTION_BEHIND));
    }

    @Test
    void what_asks_no_projection_and_what_is_not_ours_passes_at_once()
            throws NoSuchMethodException {
        assertThat(passes(new AlwaysApi())).isTrue();
        assertThat(passes("a controller of another service")).isTrue();
    }
}
