package io.github.simplechat.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.simplechat.api.query.RebuildStatus;
import io.github.simplechat.api.query.RebuildStatus.BuildingNode;
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

/** Several nodes over one database that build one generation together. */
class SharedRebuildTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SLOW = Duration.ofMillis(20);

    private final InMemoryEventLog log = new InMemoryEventLog();
    private final Story story = new Story(1, log);
    private final MongoTemplate mongo = TestMongo.embedded();
    private final List<Node> nodes = new ArrayList<>();

    private final class Node {

        private final Mortal life = new Mortal();
        private final BrakedTimeline brake = new BrakedTimeline(mongo, 1, life);
        private final ServedProjection<TimelineStore> timeline = new ServedProjection<>(brake);
        private final ProjectionEngine engine;

        Node() {
            Memory memory =
                    new Memory(
                            life.over(Catalogue.class, new MongoCatalogue(mongo)),
                            life.over(Checkpoints.class, new MongoCheckpoints(mongo)),
                            life.over(ParkedFeeds.class, new MongoParkedFeeds(mongo)));
            engine =
                    new ProjectionEngine(log, log, memory, Quick.divided(20, 4), List.of(timeline));
            nodes.add(this);
            brake.slowDown(SLOW);
            engine.start();
            await().atMost(LONG).until(engine::isCaughtUp);
        }

        RebuildStatus status(RebuildStatus rebuild) {
            return engine.rebuilds("timeline").status(rebuild.id());
        }

        List<Integer> shares(RebuildStatus rebuild) {
            return status(rebuild).nodes().stream().map(BuildingNode::segments).toList();
        }

        RebuildStatus begin() {
            return engine.rebuilds("timeline").begin("me", false);
        }

        void awaitDone(RebuildStatus rebuild) {
            await().atMost(LONG).until(() -> !status(rebuild).state().equals("running"));
            assertThat(status(rebuild).state()).isEqualTo("done");
            assertThat(status(rebuild).equal()).isTrue();
            assertThat(status(rebuild).nodes()).isEmpty();
            await().atMost(LONG).until(() -> engine.statuses().getFirst().position() == log.head());
        }

        boolean hasTakenIn() {
            return brake.firstTakenIn() < Long.MAX_VALUE;
        }
    }

    @AfterEach
    void stop() {
        nodes.forEach(node -> node.brake.held().set(false));
        nodes.forEach(node -> node.life.die());
        nodes.forEach(node -> node.engine.stop());
    }

    @Test
    void given_two_nodes_when_rebuilt_then_each_builds_half_and_it_equals_a_clean_rebuild() {
        story.tell(3_000);
        Node one = new Node();
        Node other = new Node();

        RebuildStatus begun = one.begin();
        await().atMost(LONG).until(() -> one.shares(begun).equals(List.of(2, 2)));
        await().atMost(LONG).until(() -> one.hasTakenIn() && other.hasTakenIn());
        story.tell(100);
        one.awaitDone(begun);

        assertThat(one.status(begun).position()).isGreaterThan(3_000);
        assertThat(AllProjections.documents(mongo, 2)).isEqualTo(clean());
    }

    @Test
    void given_a_node_that_stops_and_one_that_comes_when_rebuilt_then_they_share_again() {
        story.tell(4_000);
        Node one = new Node();
        Node other = new Node();
        RebuildStatus begun = one.begin();
        await().atMost(LONG).until(() -> one.shares(begun).equals(List.of(2, 2)));

        other.engine.stop();
        await().atMost(LONG).until(() -> one.shares(begun).equals(List.of(4)));
        new Node();
        await().atMost(LONG).until(() -> one.shares(begun).equals(List.of(2, 2)));
        one.awaitDone(begun);

        assertThat(AllProjections.documents(mongo, 2)).isEqualTo(clean());
    }

    @Test
    void given_a_node_that_is_killed_when_its_lease_ends_then_the_other_builds_its_part_too() {
        story.tell(4_000);
        Node one = new Node();
        Node other = new Node();
        RebuildStatus begun = one.begin();
        await().atMost(LONG).until(() -> one.shares(begun).equals(List.of(2, 2)));
        await().atMost(LONG).until(other::hasTakenIn);

        one.life.die();
        await().atMost(LONG).until(() -> other.shares(begun).equals(List.of(4)));
        other.awaitDone(begun);

        assertThat(AllProjections.documents(mongo, 2)).isEqualTo(clean());
    }

    @Test
    void given_two_nodes_when_a_rebuild_is_cancelled_then_nothing_of_it_is_left() {
        story.tell(4_000);
        Node one = new Node();
        Node other = new Node();
        RebuildStatus begun = one.begin();
        await().atMost(LONG).until(() -> one.shares(begun).equals(List.of(2, 2)));

        other.engine.rebuilds("timeline").cancel(begun.id());

        await().atMost(LONG)
                .until(() ->
                        new MongoCatalogue(mongo).of("timeline").build(2).orElseThrow().cleared());
        assertThat(AllProjections.documents(mongo, 2)).isEmpty();
        assertThat(one.status(begun).state()).isEqualTo("cancelled");
    }

    /** What taking in everything once, undisturbed, leaves. */
    private Object clean() {
        MongoTemplate apart = TestMongo.embedded();
        new BrakedTimeline(apart).open(1).writer().apply(Story.all(log));
        return AllProjections.documents(apart, 1);
    }
}
