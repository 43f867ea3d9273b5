package io.github.simplechat.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.platform.eventstore.memory.InMemoryEventLog;
import io.github.simplechat.query.rebuild.memory.InMemoryCheckpoints;
import io.github.simplechat.query.rebuild.memory.InMemoryParkedFeeds;
import io.github.simplechat.query.testing.Quick;
import io.github.simplechat.query.testing.Story;
import io.github.simplechat.query.timeline.TimelineProjector;
import io.github.simplechat.query.timeline.memory.InMemoryTimelineStore;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class ThrottleTest {

    private static final Duration WORK = Duration.ofMillis(30);

    private final AtomicBoolean asked = new AtomicBoolean(true);
    private final ApplicationContextRunner start =
            new ApplicationContextRunner().withUserConfiguration(Settings.class);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(RebuildSettings.class)
    static class Settings {}

    private Throttle throttle(double share) {
        return new Throttle(new RebuildSettings(share, 500), asked::get);
    }

    @Test
    void given_readers_then_it_rests_for_what_is_left_of_its_share() {
        assertThat(throttle(0.25).restAfter(WORK)).isEqualTo(WORK.multipliedBy(3));
        assertThat(throttle(1).restAfter(WORK)).isZero();
    }

    @Test
    void given_a_long_piece_then_it_rests_for_a_second_at_most() {
        assertThat(throttle(0.01).restAfter(Duration.ofMinutes(1)))
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void given_readers_then_pieces_are_small() {
        assertThat(throttle(0.5).batchSize(4_000)).isEqualTo(500);
        assertThat(throttle(0.5).batchSize(100)).isEqualTo(100);
    }

    @Test
    void given_no_readers_then_it_works_as_it_likes() {
        asked.set(false);

        assertThat(throttle(0.25).restAfter(WORK)).isZero();
        assertThat(throttle(0.25).batchSize(4_000)).isEqualTo(4_000);
    }

    @Test
    void given_a_query_then_there_are_readers_for_a_while() {
        Readers readers = new Readers();

        assertThat(readers.areThere()).isFalse();
        readers.ask();
        assertThat(readers.areThere()).isTrue();
    }

    @Test
    void given_readers_when_a_generation_is_built_then_it_waits_until_they_are_gone_or_it_serves() {
        GenerationId id = new GenerationId("timeline", 1);
        InMemoryEventLog log = Story.log(1, 50);
        Parking parking =
                new Parking(
                        id,
                        new InMemoryParkedFeeds(),
                        log,
                        new TimelineProjector(new InMemoryTimelineStore()),
                        0,
                        Share.WHOLE);
        Throttle slow = new Throttle(new RebuildSettings(0.000_001, 1), asked::get);
        ProjectionRunner runner =
                new ProjectionRunner(
                                log,
                                new InMemoryCheckpoints(),
                                Quick.settings(7),
                                id,
                                parking,
                                () -> true)
                        .throttled(slow)
                        .start();
        try {
            Awaitility.await().until(() -> runner.position() == 1);
            assertThat(log.head()).isGreaterThan(40);
            var _ = runner.throttled(Throttle.NONE);
            Awaitility.await().until(() -> runner.position() == log.head());
        } finally {
            runner.stop();
        }
    }

    @Test
    void without_settings_the_defaults_hold() {
        start.run(context ->
                assertThat(context.getBean(RebuildSettings.class))
                        .isEqualTo(new RebuildSettings(0.2, 200)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"share=0", "share=1.1", "share=half", "batch-size=0", "batch-size=10001"})
    void a_senseless_value_fails_the_start(String setting) {
        start.withPropertyValues("chat.query.rebuild." + setting)
                .run(context -> assertThat(context).hasFailed());
    }
}
