package io.github.simplechat.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.api.query.ProjectionStatus;
import io.github.simplechat.api.query.RebuildStatus;
import io.github.simplechat.platform.eventstore.memory.InMemoryEventLog;
import io.github.simplechat.query.rebuild.Projection.Memory;
import io.github.simplechat.query.rebuild.mongo.MongoCatalogue;
import io.github.simplechat.query.rebuild.mongo.MongoCheckpoints;
import io.github.simplechat.query.rebuild.mongo.MongoParkedFeeds;
import io.github.simplechat.query.testing.Quick;
import io.github.simplechat.query.testing.Story;
import io.github.simplechat.query.testing.TestMongo;
import io.github.simplechat.query.timeline.TimelineStore;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class RebuildTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final InMemoryEventLog log = new InMemoryEventLog();
    private final Story story = new Story(1, log);
    private final MongoTemplate mongo = TestMongo.embedded();
    private final MongoCatalogue catalogue = new MongoCatalogue(mongo);
    private final MongoCheckpoints checkpoints = new MongoCheckpoints(mongo);
    private final BrakedTimeline brake = new BrakedTimeline(mongo);
    private final ServedProjection<TimelineStore> timeline = new ServedProjection<>(brake);
    private final ProjectionEngine engine = engine(timeline);

    private ProjectionEngine engine(ServedProjection<TimelineStore> served) {
        return new ProjectionEngine(
                log,
                log,
                new Memory(catalogue, checkpoints, new MongoParkedFeeds(mongo)),
                Quick.settings(50),
                List.of(served));
    }

    @BeforeEach
    void start() {
        story.tell(2_000);
        engine.start();
        await().atMost(LONG).until(engine::isCaughtUp);
    }

    @AfterEach
    void stop() {
        brake.held().set(false);
        engine.stop();
    }

    private Rebuilds desk() {
        return engine.rebuilds("timeline");
    }

    private ProjectionStatus status() {
        return engine.statuses().getFirst();
    }

    @Test
    void given_readers_and_writers_when_rebuilt_then_nobody_sees_less_than_before() {
        brake.held().set(true);
        RebuildStatus begun = desk().begin("me", false);
        story.tell(500);
        brake.held().set(false);

        long seen = 0;
        while (desk().status(begun.id()).state().equals("running")) {
            story.tell(1);
            long sum = versions();
            assertThat(sum).isGreaterThanOrEqualTo(seen);
            seen = sum;
        }
        await().atMost(LONG).until(() -> status().position() == log.head());

        assertThat(desk().status(begun.id()))
                .satisfies(done -> {
                    assertThat(done.state()).isEqualTo("done");
                    assertThat(done.progress()).isEqualTo(1);
                    assertThat(done.position()).isGreaterThan(2_000);
                    assertThat(done.generation()).isEqualTo(2);
                    assertThat(done.etaSeconds()).isNull();
                });
        assertThat(versions()).isGreaterThanOrEqualTo(seen);
        assertThat(status().generation()).isEqualTo(2);
        assertThat(catalogue.of("timeline").serving()).containsEntry(1, 2);
    }

    /** The sum of the versions of all rooms: falls when any room goes back. */
    private long versions() {
        TimelineStore store = timeline.store();
        List<UUID> rooms = story.rooms();
        return store.heads(rooms).values().stream().mapToLong(head -> head.version() + 1).sum();
    }

    @Test
    void a_rebuilt_generation_equals_the_one_before_and_takes_its_place() {
        var before = AllProjections.documents(mongo, 1);

        RebuildStatus begun = desk().begin("me", false);
        await().atMost(LONG).until(() -> desk().status(begun.id()).state().equals("done"));

        assertThat(AllProjections.documents(mongo, 2)).isEqualTo(before).isNotEmpty();
        await().atMost(LONG).until(() -> AllProjections.documents(mongo, 1).isEmpty());
        assertThat(checkpoints.position(new GenerationId("timeline", 1))).isZero();

        assertThat(desk().status("1").state()).isEqualTo("dropped");
        RebuildStatus again = desk().begin("me", false);
        await().atMost(LONG).until(() -> desk().status(again.id()).state().equals("done"));
        assertThat(AllProjections.documents(mongo, 3)).isEqualTo(before);
    }

    @Test
    void given_what_serves_was_damaged_when_rebuilt_then_somebody_has_to_decide() {
        var before = AllProjections.documents(mongo, 1);
        mongo.getCollection("timeline_1_messages").deleteOne(new Document());

        RebuildStatus begun = desk().begin("me", false);
        await().atMost(LONG).until(() -> desk().status(begun.id()).state().equals("differs"));

        RebuildStatus differs = desk().status(begun.id());
        assertThat(differs.equal()).isFalse();
        assertThat(differs.digest()).hasSize(32).isNotEqualTo(differs.oldDigest());
        assertThat(status().generation()).isEqualTo(1);
        assertThatThrownBy(() -> desk().begin("me", false)).isInstanceOf(Rejection.class);
        story.tell(30);
        assertThat(desk().switchTo(2).generation()).isEqualTo(2);
        await().atMost(LONG).until(() -> status().generation() == 2);
        await().atMost(LONG).until(() -> status().position() == log.head());
        assertThat(AllProjections.documents(mongo, 2))
                .containsKeys(before.keySet().toArray(String[]::new));

        RebuildStatus again = desk().begin("me", false);
        await().atMost(LONG).until(() -> desk().status(again.id()).state().equals("done"));
        RebuildStatus equal = desk().status(again.id());
        assertThat(equal.equal()).isTrue();
        assertThat(equal.digest()).isEqualTo(equal.oldDigest()).isNotEqualTo(differs.oldDigest());
    }

    @Test
    void given_a_difference_when_wanted_anyway_then_it_serves_and_when_cancelled_it_is_gone() {
        mongo.getCollection("timeline_1_messages").deleteOne(new Document());
        RebuildStatus begun = desk().begin("me", false);
        await().atMost(LONG).until(() -> desk().status(begun.id()).state().equals("differs"));

        assertThat(desk().cancel(begun.id()).state()).isEqualTo("cancelled");
        assertThat(AllProjections.documents(mongo, 2)).isEmpty();

        RebuildStatus anyway = desk().begin("me", true);
        await().atMost(LONG).until(() -> desk().status(anyway.id()).state().equals("done"));
        assertThat(status().generation()).isEqualTo(3);
    }

    @Test
    void after_a_restart_the_new_generation_serves_on() {
        RebuildStatus begun = desk().begin("me", false);
        await().atMost(LONG).until(() -> desk().status(begun.id()).state().equals("done"));
        engine.stop();
        story.tell(100);

        ProjectionEngine restarted = engine(new ServedProjection<>(brake));
        restarted.start();
        await().atMost(LONG).until(restarted::isCaughtUp);

        assertThat(restarted.statuses().getFirst().generation()).isEqualTo(2);
        restarted.stop();
    }

    @Test
    void a_second_rebuild_at_once_is_refused() {
        brake.held().set(true);
        RebuildStatus begun = desk().begin("me", false);

        assertThatThrownBy(() -> desk().begin("me", false))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.REBUILD_RUNNING));

        brake.held().set(false);
        await().atMost(LONG).until(() -> desk().status(begun.id()).state().equals("done"));
        assertThat(desk().begin("me", false).generation()).isEqualTo(3);
    }

    @Test
    void a_cancelled_rebuild_leaves_nothing_behind() {
        var before = AllProjections.documents(mongo, 1);
        brake.held().set(true);
        RebuildStatus begun = desk().begin("me", false);
        Thread.startVirtualThread(this::releaseOnceCancelled);

        RebuildStatus cancelled = desk().cancel(begun.id());

        assertThat(cancelled.state()).isEqualTo("cancelled");
        assertThat(desk().cancel(begun.id()).state()).isEqualTo("cancelled");
        assertThat(AllProjections.documents(mongo, 2)).isEmpty();
        assertThat(AllProjections.documents(mongo, 1)).isEqualTo(before);
        assertThat(status().generation()).isEqualTo(1);
        assertThat(checkpoints.position(new GenerationId("timeline", 2))).isZero();
        assertThat(desk().begin("me", false).generation()).isEqualTo(3);
    }

    /** Cancelling waits for the batch in hand, so somebody else must let it go on. */
    private void releaseOnceCancelled() {
        await().atMost(LONG)
                .until(() ->
                        Thread.getAllStackTraces().values().stream()
                                .flatMap(java.util.Arrays::stream)
                                .anyMatch(frame -> frame.getMethodName().equals("hurry")));
        brake.held().set(false);
    }

    @Test
    void a_rebuild_that_cannot_take_in_an_event_is_given_up_and_what_serves_goes_on() {
        brake.broken().set(true);
        RebuildStatus begun = desk().begin("me", false);

        await().atMost(LONG).until(() -> desk().status(begun.id()).state().equals("failed"));

        assertThat(desk().status(begun.id()).error())
                .isEqualTo("It failed with IllegalStateException.");
        assertThat(engine.isFailing()).isFalse();
        story.tell(50);
        await().atMost(LONG).until(() -> status().position() == log.head());
        assertThat(status().generation()).isEqualTo(1);
        assertThat(AllProjections.documents(mongo, 2)).isEmpty();
    }

    @Test
    void unknown_names_are_not_found() {
        assertThatThrownBy(() -> engine.rebuilds("nothing")).isInstanceOf(Rejection.class);
        assertThatThrownBy(() -> desk().status("nothing")).isInstanceOf(Rejection.class);
        assertThatThrownBy(() -> desk().cancel("nothing")).isInstanceOf(Rejection.class);
    }

    @Test
    void the_status_tells_how_far_a_projection_is() {
        assertThat(status().state()).isEqualTo("running");
        assertThat(status().position()).isEqualTo(log.head());
        assertThat(status().head()).isEqualTo(log.head());
        assertThat(status().lagMs()).isZero();
    }
}
