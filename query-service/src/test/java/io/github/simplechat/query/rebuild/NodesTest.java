package io.github.simplechat.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Several nodes over one database, some of which die. */
class NodesTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final InMemoryEventLog log = new InMemoryEventLog();
    private final Story story = new Story(1, log);
    private final MongoTemplate mongo = TestMongo.embedded();
    private final List<Node> nodes = new ArrayList<>();

    /** A node of a release that knows a version of the timeline. */
    private final class Node {

        private final Mortal life = new Mortal();
        private final BrakedTimeline brake;
        private final ServedProjection<TimelineStore> timeline;
        private final ProjectionEngine engine;

        Node(int version) {
            brake = new BrakedTimeline(mongo, version, life);
            timeline = new ServedProjection<>(brake);
            Memory memory =
                    new Memory(
                            life.over(Catalogue.class, new MongoCatalogue(mongo)),
                            life.over(Checkpoints.class, new MongoCheckpoints(mongo)),
                            life.over(ParkedFeeds.class, new MongoParkedFeeds(mongo)));
            engine =
                    new ProjectionEngine(
                            log,
                            log,
                            memory,
                            Quick.settings(20, Duration.ofHours(1)),
                            List.of(timeline));
            nodes.add(this);
        }

        Node start() {
            engine.start();
            await().atMost(LONG).until(engine::isCaughtUp);
            return this;
        }

        Rebuilds desk() {
            return engine.rebuilds("timeline");
        }

        ProjectionStatus status() {
            return engine.statuses().getFirst();
        }

        int serves() {
            return status().generation();
        }

        String state(RebuildStatus rebuild) {
            return desk().status(rebuild.id()).state();
        }

        void awaitCaughtUp() {
            await().atMost(LONG).until(() -> status().position() == log.head());
        }
    }

    @AfterEach
    void stop() {
        nodes.forEach(node -> node.brake.held().set(false));
        nodes.forEach(node -> node.life.die());
        nodes.forEach(node -> node.engine.stop());
    }

    @Test
    void given_two_nodes_when_one_switches_then_the_other_serves_the_same_and_never_goes_back() {
        story.tell(300);
        Node one = new Node(1).start();
        Node other = new Node(1).start();

        RebuildStatus begun = one.desk().begin("me", false);
        long seen = 0;
        while (other.serves() == 1 || one.serves() == 1) {
            story.tell(1);
            long sum = versions(other);
            assertThat(sum).isGreaterThanOrEqualTo(seen);
            seen = sum;
        }

        assertThat(other.state(begun)).isEqualTo("done");
        other.awaitCaughtUp();
        assertThat(AllProjections.documents(mongo, 2)).isEqualTo(clean());
    }

    private long versions(Node node) {
        return node.timeline.store().heads(story.rooms()).values().stream()
                .mapToLong(head -> head.version() + 1)
                .sum();
    }

    /** What taking in everything once, undisturbed, leaves. */
    private Object clean() {
        TestMongo.embedded();
        MongoTemplate apart = TestMongo.embedded();
        BrakedTimeline plain = new BrakedTimeline(apart);
        plain.open(1).writer().apply(Story.all(log));
        return AllProjections.documents(apart, 1);
    }

    @Test
    void given_the_building_node_dies_when_its_lease_ends_then_another_goes_on_from_there() {
        story.tell(2_000);
        Node dying = new Node(1).start();
        dying.brake.slowDown(Duration.ofMillis(20));
        RebuildStatus begun = dying.desk().begin("me", false);
        MongoCheckpoints checkpoints = new MongoCheckpoints(mongo);
        GenerationId second = new GenerationId("timeline", 2);
        await().atMost(LONG).until(() -> checkpoints.position(second) > 0);

        dying.life.die();
        long reached = checkpoints.position(second);
        Node heir = new Node(1).start();
        await().atMost(LONG).until(() -> heir.state(begun).equals("done"));

        assertThat(heir.serves()).isEqualTo(2);
        assertThat(heir.brake.firstTakenIn()).isGreaterThan(reached);
        assertThat(heir.desk().status(begun.id()).startedBy()).isEqualTo("me");
        heir.awaitCaughtUp();
        assertThat(AllProjections.documents(mongo, 2)).isEqualTo(clean());
    }

    @Test
    void given_ten_nodes_die_while_they_build_when_it_is_done_then_it_equals_a_clean_one() {
        story.tell(3_000);
        Node first = new Node(1);
        first.brake.slowDown(Duration.ofMillis(5));
        RebuildStatus rebuild = first.start().desk().begin("me", false);
        dieWhileBuilding(first);
        for (int death = 2; death <= 10; death++) {
            Node next = new Node(1);
            next.brake.slowDown(Duration.ofMillis(5));
            dieWhileBuilding(next.start());
        }
        Node last = new Node(1).start();
        await().atMost(LONG).until(() -> !last.state(rebuild).equals("running"));
        last.awaitCaughtUp();

        RebuildStatus clean = last.desk().begin("me", false);
        await().atMost(LONG).until(() -> last.state(clean).equals("done"));

        assertThat(last.state(rebuild)).isEqualTo("done");
        assertThat(last.desk().status(clean.id()).equal()).isTrue();
        assertThat(AllProjections.documents(mongo, 2)).isEqualTo(clean());
    }

    private void dieWhileBuilding(Node node) {
        await().atMost(LONG).until(() -> node.brake.firstTakenIn() < Long.MAX_VALUE);
        story.tell(20);
        node.life.die();
        node.engine.stop(); // nothing of it reaches the database any more
    }

    @Test
    void
            given_a_cancelled_rebuild_of_a_dead_node_when_its_lease_ends_then_another_clears_it_away() {
        story.tell(500);
        Node dying = new Node(1).start();
        dying.brake.holdAfter(100);
        RebuildStatus begun = dying.desk().begin("me", false);
        await().atMost(LONG).until(() -> !AllProjections.documents(mongo, 2).isEmpty());
        Node other = new Node(1).start();

        dying.life.die();
        assertThat(other.desk().cancel(begun.id()).state()).isEqualTo("cancelled");

        await().atMost(LONG).until(() -> AllProjections.documents(mongo, 2).isEmpty());
        assertThat(other.serves()).isEqualTo(1);
    }

    @Test
    void given_a_node_that_stops_in_order_when_it_starts_again_then_it_goes_on_at_once() {
        story.tell(2_000);
        Node first = new Node(1).start();
        first.brake.holdAfter(600);
        RebuildStatus begun = first.desk().begin("me", false);
        await().atMost(LONG).until(() -> !AllProjections.documents(mongo, 2).isEmpty());
        first.brake.letGoSoon();
        first.engine.stop();
        nodes.remove(first);

        Node second = new Node(1).start();
        await().atMost(LONG).until(() -> second.state(begun).equals("done"));

        assertThat(AllProjections.documents(mongo, 2)).isEqualTo(clean());
    }

    @Test
    void given_a_replaced_generation_when_switched_back_then_it_catches_up_and_then_serves() {
        story.tell(200);
        Node one = new Node(1).start();
        Node other = new Node(1).start();
        RebuildStatus begun = one.desk().begin("me", false);
        await().atMost(LONG).until(() -> one.state(begun).equals("done") && other.serves() == 2);
        story.tell(200);
        one.awaitCaughtUp();
        long seen = versions(other);
        assertThat(one.status().kept()).containsExactly(1);

        RebuildStatus back = other.desk().switchTo(1);
        while (one.serves() == 2 || other.serves() == 2) {
            long sum = versions(other);
            assertThat(sum).isGreaterThanOrEqualTo(seen);
            seen = sum;
        }

        assertThat(one.state(back)).isEqualTo("done");
        one.awaitCaughtUp();
        assertThat(AllProjections.documents(mongo, 1)).isEqualTo(clean());
    }

    @Test
    void given_a_new_version_when_its_release_starts_then_the_old_one_serves_until_it_is_built() {
        story.tell(500);
        Node old = new Node(1).start();

        Node upgraded = new Node(2);
        upgraded.brake.held().set(true);
        upgraded.start();
        assertThat(upgraded.serves()).isEqualTo(1);
        assertThat(versions(upgraded)).isEqualTo(versions(old)).isPositive();

        upgraded.brake.held().set(false);
        await().atMost(LONG).until(() -> upgraded.serves() == 2);
        story.tell(50);
        upgraded.awaitCaughtUp();
        old.awaitCaughtUp();

        assertThat(old.serves()).isEqualTo(1);
        assertThat(versions(upgraded)).isEqualTo(versions(old));
        assertThat(upgraded.desk().status("2").startedBy()).isEqualTo("release");
    }
}
