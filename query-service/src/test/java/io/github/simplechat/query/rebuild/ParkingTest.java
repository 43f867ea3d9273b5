package io.github.simplechat.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.platform.eventstore.memory.InMemoryEventLog;
import io.github.simplechat.query.platform.Contents;
import io.github.simplechat.query.rebuild.mongo.MongoCheckpoints;
import io.github.simplechat.query.rebuild.mongo.MongoParkedFeeds;
import io.github.simplechat.query.testing.Quick;
import io.github.simplechat.query.testing.Story;
import io.github.simplechat.query.testing.TestMongo;
import io.github.simplechat.query.timeline.TimelineFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.mongodb.core.MongoTemplate;

class ParkingTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final GenerationId ID = new GenerationId("timeline", 1);

    private final InMemoryEventLog log = new InMemoryEventLog();
    private final Story story = new Story(1, log);
    private final MongoTemplate mongo = TestMongo.embedded();
    private final MongoCheckpoints checkpoints = new MongoCheckpoints(mongo);
    private final MongoParkedFeeds parked = new MongoParkedFeeds(mongo);
    private final Set<Long> poison = ConcurrentHashMap.newKeySet();
    private final AtomicReference<RuntimeException> outage = new AtomicReference<>();
    private final List<Node> nodes = new ArrayList<>();

    /** A node that feeds the timeline, cannot digest some events, and may die at any moment. */
    private final class Node implements ProjectionWriter {

        private final Mortal life = new Mortal();
        private final ProjectionWriter real =
                TimelineFixture.projection(mongo).open(ID.number()).writer();
        private final ProjectionRunner runner =
                new ProjectionRunner(
                        log,
                        life.over(Checkpoints.class, checkpoints),
                        Quick.settings(25),
                        ID,
                        new Parking(
                                ID,
                                life.over(ParkedFeeds.class, parked),
                                log,
                                this,
                                3,
                                Share.WHOLE),
                        () -> true);

        Node() {
            nodes.add(this);
            runner.start();
        }

        @Override
        public void apply(List<RecordedEvent> batch) {
            life.check();
            RuntimeException away = outage.get();
            if (away != null) {
                throw away;
            }
            for (RecordedEvent recorded : batch) {
                if (poison.contains(recorded.position())) {
                    throw new IllegalStateException("A secret: " + recorded.event());
                }
            }
            real.apply(batch);
        }

        @Override
        public Contents contents() {
            return real.contents();
        }

        @Override
        public void drop() {}

        void awaitHead() {
            await().atMost(LONG).until(() -> runner.position() == log.head());
        }

        void kill() {
            life.die();
            runner.stop();
        }
    }

    @AfterEach
    void stop() {
        nodes.forEach(Node::kill);
    }

    /** Some event of a room, not its first. */
    private RecordedEvent somewhere(Random random) {
        List<RecordedEvent> all =
                Story.all(log).stream()
                        .filter(one -> one.version() > 1)
                        .filter(one -> story.rooms().contains(one.event().feedId()))
                        .toList();
        return all.get(random.nextInt(all.size()));
    }

    private Map<String, Document> clean() {
        MongoTemplate apart = TestMongo.embedded();
        TimelineFixture.projection(apart).open(1).writer().apply(Story.all(log));
        return AllProjections.documents(apart, 1);
    }

    private boolean retry(UUID feedId) {
        ParkedFeed feed = parked.find(ID, feedId).orElseThrow();
        return new Retry(ID, parked, log, nodes.getLast()).of(feed);
    }

    @Test
    void given_a_poison_event_when_fed_then_its_feed_waits_in_order_and_others_go_on() {
        story.tell(300);
        RecordedEvent bad = somewhere(new Random(1));
        poison.add(bad.position());
        UUID feed = bad.event().feedId();

        Node node = new Node();
        node.awaitHead();
        story.tell(200);
        node.awaitHead();

        assertParked(bad, "IllegalStateException at ParkingTest");
        assertThat(node.runner.isFailing()).isFalse();
        assertThat(heads().get(feed.toString())).isEqualTo(bad.version() - 1);
        assertOthersAreUpToDate(feed);
    }

    private void assertParked(RecordedEvent bad, String error) {
        assertThat(parked.of(ID))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.feedId()).isEqualTo(bad.event().feedId());
                    assertThat(one.version()).isEqualTo(bad.version());
                    assertThat(one.position()).isEqualTo(bad.position());
                    assertThat(one.event()).isEqualTo(bad.event().getClass().getSimpleName());
                    assertThat(one.error()).startsWith(error);
                    assertThat(one.last()).isEqualTo(log.version(one.feedId()));
                });
    }

    private void assertOthersAreUpToDate(UUID feed) {
        story.rooms().stream()
                .filter(room -> !room.equals(feed))
                .forEach(room ->
                        assertThat(heads()).containsEntry(room.toString(), log.version(room)));
    }

    private Map<String, Long> heads() {
        Map<String, Long> heads = new ConcurrentHashMap<>();
        for (Document head : mongo.getCollection("timeline_1_heads").find()) {
            heads.put(head.getString("_id"), head.getLong("version"));
        }
        return heads;
    }

    @Test
    void given_a_parked_feed_when_retried_then_all_of_it_is_taken_in_and_it_goes_on() {
        story.tell(300);
        RecordedEvent bad = somewhere(new Random(2));
        poison.add(bad.position());
        UUID feed = bad.event().feedId();
        Node node = new Node();
        node.awaitHead();

        assertThat(retry(feed)).isFalse();
        assertThat(parked.find(ID, feed).orElseThrow().attempts()).isEqualTo(1);

        poison.clear();
        assertThat(retry(feed)).isTrue();
        assertThat(parked.of(ID)).isEmpty();
        assertThat(AllProjections.documents(mongo, 1)).isEqualTo(clean());
        story.tell(200);
        node.awaitHead();

        assertThat(parked.of(ID)).isEmpty();
        assertThat(AllProjections.documents(mongo, 1)).isEqualTo(clean());
    }

    @Test
    void given_an_event_that_cannot_be_decoded_when_fed_then_its_feed_waits_and_others_go_on() {
        story.tell(300);
        RecordedEvent bad = somewhere(new Random(4));
        UUID feed = bad.event().feedId();
        log.spoil(bad.position());

        Node node = new Node();
        node.awaitHead();
        story.tell(200);
        node.awaitHead();

        assertParked(bad, "IllegalStateException at InMemoryEventLog");
        assertThat(heads().get(feed.toString())).isEqualTo(bad.version() - 1);
        assertOthersAreUpToDate(feed);
    }

    @Test
    void given_several_that_cannot_be_decoded_when_they_can_again_then_nothing_is_missing() {
        story.tell(300);
        Random random = new Random(5);
        RecordedEvent first = somewhere(random);
        UUID feed = first.event().feedId();
        log.read(feed, first.version(), 1).forEach(next -> log.spoil(next.position()));
        log.spoil(first.position());
        Node node = new Node();
        node.awaitHead();

        assertThat(retry(feed)).isFalse();
        node.kill();
        Node next = new Node();
        story.tell(100);
        next.awaitHead();
        assertThat(parked.of(ID)).hasSize(1);
        assertThat(heads().get(feed.toString())).isEqualTo(first.version() - 1);

        log.mend();
        assertThat(retry(feed)).isTrue();
        story.tell(100);
        next.awaitHead();

        assertThat(parked.of(ID)).isEmpty();
        assertThat(AllProjections.documents(mongo, 1)).isEqualTo(clean());
    }

    @Test
    void
            given_a_feed_resumed_elsewhere_when_its_next_event_cannot_be_decoded_then_it_waits_again() {
        story.tell(300);
        RecordedEvent bad = somewhere(new Random(6));
        UUID feed = bad.event().feedId();
        poison.add(bad.position());
        Node node = new Node();
        node.awaitHead();
        poison.clear();
        assertThat(retry(feed)).isTrue();

        long reached = log.version(feed);
        log.spoil(log.head() + 1);
        log.append(bad.event(), bad.event());
        node.awaitHead();

        assertThat(parked.of(ID))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.version()).isEqualTo(reached + 1);
                    assertThat(one.last()).isEqualTo(reached + 2);
                });
        assertThat(heads()).containsEntry(feed.toString(), reached);
        log.mend();
        assertThat(retry(feed)).isTrue();
        assertThat(heads()).containsEntry(feed.toString(), reached + 2);
    }

    @Test
    void given_the_store_is_away_when_fed_then_nothing_is_parked_and_it_goes_on_later() {
        outage.set(new DataAccessResourceFailureException("as told"));
        story.tell(100);
        Node node = new Node();
        await().atMost(LONG).until(node.runner::isFailing);
        await().during(Duration.ofMillis(300)).until(() -> parked.of(ID).isEmpty());

        outage.set(null);
        node.awaitHead();

        assertThat(AllProjections.documents(mongo, 1)).isEqualTo(clean());
    }

    @Test
    void given_more_feeds_fail_than_may_be_parked_when_fed_then_all_waits() {
        outage.set(new IllegalStateException("as told"));
        story.tell(100);
        Node node = new Node();
        await().atMost(LONG).until(() -> parked.of(ID).size() == 3);
        await().during(Duration.ofMillis(300)).until(node.runner::isFailing);
        assertThat(parked.of(ID)).hasSize(3);

        outage.set(null);
        node.awaitHead();
        parked.of(ID).forEach(feed -> assertThat(retry(feed.feedId())).isTrue());

        assertThat(AllProjections.documents(mongo, 1)).isEqualTo(clean());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void given_nodes_that_die_anywhere_when_all_is_retried_then_nothing_is_lost(long seed) {
        Random random = new Random(seed);
        story.tell(200);
        for (int life = 0; life < 6; life++) {
            if (poison.size() < 3) {
                poison.add(somewhere(random).position());
            }
            Node one = new Node();
            Node other = new Node();
            story.tell(60);
            if (life % 2 == 1) {
                parked.of(ID).stream()
                        .findAny()
                        .ifPresent(feed -> {
                            poison.remove(feed.position());
                            retry(feed.feedId());
                        });
            }
            long goal = one.runner.position() + random.nextInt(100);
            await().atMost(LONG).until(() -> one.runner.position() >= Math.min(goal, log.head()));
            one.kill();
            other.kill();
        }
        poison.clear();
        Node last = new Node();
        last.awaitHead();
        parked.of(ID).forEach(feed -> assertThat(retry(feed.feedId())).isTrue());
        last.awaitHead();

        assertThat(parked.of(ID)).isEmpty();
        assertThat(AllProjections.documents(mongo, 1)).isEqualTo(clean());
    }
}
