package io.github.simplechat.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.stores.EmbeddedPostgresql;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What Axon expects of a storage engine, asked of ours and of its own on one kind of server. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class StorageEngineContract {

    static final Duration OLDER_THAN_GAP_TIMEOUT = Duration.ofMinutes(10);

    private static final int MORE_THAN_A_BATCH = 1_205;

    private final EmbeddedPostgresql postgres = EmbeddedPostgresql.temporary();
    final ConfigurableApplicationContext context =
            new SpringApplicationBuilder(PostgresEventLogTest.Application.class)
                    .web(WebApplicationType.NONE)
                    .properties("spring.config.name=platform")
                    .run(postgres.arguments());
    final DataSource dataSource = context.getBean(DataSource.class);

    /** Whoever may do what the service may not. */
    final DataSource owner =
            new DriverManagerDataSource(
                    postgres.url(), postgres.owner().username(), postgres.owner().password());

    final JdbcTemplate jdbc = new JdbcTemplate(owner);

    abstract EventStorageEngine engine();

    /** Difference: our event ids are derived from place, so the id of a message is not stored. */
    abstract boolean keepsEventIds();

    /** Difference: the stock engine shows a later position before an earlier one's commit. */
    abstract boolean showsPositionsInCommitOrder();

    /**
     * Difference: what says that a version, also the first, is taken. With the resolver that Axon's
     * starter chooses for JDBC, the stock engine does not know PostgreSQL's duplicate key for what
     * it is.
     */
    abstract Class<? extends Exception> conflict();

    /** Rewrites the only event of a feed as revision 1 of a sent message. */
    abstract void storeAsRevision1(UUID feed, byte[] payload);

    @AfterAll
    void stop() {
        context.close();
        postgres.close();
    }

    @Test
    void given_appended_events_when_read_then_in_order_as_they_were() {
        UUID feed = UUID.randomUUID();
        List<DomainEventMessage<?>> events = events(feed, 0, 3);
        engine().appendEvents(events);

        List<? extends DomainEventMessage<?>> read = feed(feed, 0);

        assertThat(read).hasSameSizeAs(events);
        for (int i = 0; i < events.size(); i++) {
            DomainEventMessage<?> expected = events.get(i);
            DomainEventMessage<?> actual = read.get(i);
            assertThat(actual.getPayload()).isEqualTo(expected.getPayload());
            assertThat(actual.getMetaData()).isEqualTo(expected.getMetaData());
            assertThat(actual.getTimestamp()).isEqualTo(expected.getTimestamp());
            assertThat(actual.getSequenceNumber()).isEqualTo(i);
            assertThat(actual.getType()).isEqualTo("Feed");
        }
        assertThat(feed(feed, 2)).hasSize(1);
    }

    @Test
    void given_an_event_id_when_read_then_it_is_kept() {
        assumeTrue(keepsEventIds(), "event ids are derived from feed and version on purpose");
        UUID feed = UUID.randomUUID();
        List<DomainEventMessage<?>> events = events(feed, 0, 1);
        engine().appendEvents(events);

        assertThat(feed(feed, 0).getFirst().getIdentifier())
                .isEqualTo(events.getFirst().getIdentifier());
    }

    @Test
    void given_a_taken_version_when_appending_then_a_conflict_and_nothing_stored() {
        UUID feed = UUID.randomUUID();
        engine().appendEvents(events(feed, 0, 3));

        assertThatThrownBy(() -> engine().appendEvents(events(feed, 2, 3)))
                .isExactlyInstanceOf(conflict());
        assertThatThrownBy(() -> engine().appendEvents(events(feed, 0, 9)))
                .isExactlyInstanceOf(conflict());
        assertThat(feed(feed, 0)).hasSize(3);
    }

    @Test
    void given_an_unknown_feed_when_read_then_empty() {
        String unknown = UUID.randomUUID().toString();

        assertThat(engine().readEvents(unknown).hasNext()).isFalse();
        assertThat(engine().lastSequenceNumberFor(unknown)).isEmpty();
        assertThat(engine().readSnapshot(unknown)).isEmpty();
    }

    @Test
    void given_events_when_asked_for_the_last_version_then_it_is_that_of_the_newest() {
        UUID feed = UUID.randomUUID();
        engine().appendEvents(events(feed, 0, 4));

        assertThat(engine().lastSequenceNumberFor(feed.toString())).contains(3L);
    }

    @Test
    void given_tokens_when_tracking_then_only_what_comes_after_them() {
        UUID before = UUID.randomUUID();
        UUID after = UUID.randomUUID();
        engine().appendEvents(events(before, 0, 2));
        TrackingToken head = engine().createHeadToken();
        engine().appendEvents(events(after, 0, 3));

        List<TrackedEventMessage<?>> fromHead = tracked(head);
        assertThat(versionsOf(after, fromHead)).containsExactly(0L, 1L, 2L);
        assertThat(versionsOf(before, fromHead)).isEmpty();
        assertThat(versionsOf(after, tracked(fromHead.getFirst().trackingToken())))
                .containsExactly(1L, 2L);
        List<TrackedEventMessage<?>> fromTail = tracked(engine().createTailToken());
        assertThat(versionsOf(before, fromTail)).containsExactly(0L, 1L);
        assertThat(versionsOf(after, fromTail)).containsExactly(0L, 1L, 2L);
    }

    @Test
    void given_a_token_at_an_instant_when_tracking_then_from_that_instant_on() {
        UUID feed = UUID.randomUUID();
        Instant first = Instant.parse("2100-01-01T00:00:00Z");
        for (int i = 0; i < 3; i++) {
            engine().appendEvents(event(feed, i, first.plusSeconds(i)));
        }

        assertThat(versionsOf(feed, tracked(engine().createTokenAt(first.plusSeconds(1)))))
                .containsExactly(1L, 2L);
    }

    @Test
    void given_more_than_a_batch_when_read_then_all() {
        UUID feed = UUID.randomUUID();
        TrackingToken head = engine().createHeadToken();
        engine().appendEvents(events(feed, 0, MORE_THAN_A_BATCH));
        List<Long> all = IntStream.range(0, MORE_THAN_A_BATCH).mapToObj(Long::valueOf).toList();

        assertThat(feed(feed, 0).stream().map(e -> e.getSequenceNumber()).toList()).isEqualTo(all);
        assertThat(versionsOf(feed, tracked(head))).isEqualTo(all);
    }

    @Test
    void given_a_newer_snapshot_when_read_then_it_has_replaced_the_older() {
        UUID feed = UUID.randomUUID();
        engine().storeSnapshot(event(feed, 3, now()));
        engine().storeSnapshot(event(feed, 7, now()));

        assertThat(engine().readSnapshot(feed.toString()))
                .hasValueSatisfying(snapshot -> {
                    assertThat(snapshot.getSequenceNumber()).isEqualTo(7);
                    assertThat(snapshot.getPayload()).isEqualTo(event(feed, 7, now()).getPayload());
                });
    }

    @Test
    void given_an_event_of_an_older_revision_when_read_then_upcast() throws IOException {
        UUID feed = UUID.randomUUID();
        TrackingToken head = engine().createHeadToken();
        engine().appendEvents(events(feed, 0, 1));
        String name = "/events/" + MessageSent.class.getName() + "-1.json";
        try (InputStream file = StorageEngineContract.class.getResourceAsStream(name)) {
            assertThat(file).as(name).isNotNull();
            storeAsRevision1(feed, file.readAllBytes());
        }

        assertThat(feed(feed, 0).getFirst().getPayload())
                .isInstanceOfSatisfying(
                        MessageSent.class, sent -> assertThat(sent.mentions()).isEmpty());
        assertThat(tracked(head).getFirst().getPayload())
                .isEqualTo(feed(feed, 0).getFirst().getPayload());
    }

    @Test
    void given_concurrent_appends_when_followed_then_all_once_in_rising_order() throws Exception {
        assumeTrue(
                showsPositionsInCommitOrder(),
                "the stock engine fills gaps later, so its order is not that of positions");
        int writers = 6;
        int each = 30;
        TrackingToken start = engine().createHeadToken();
        AtomicBoolean writing = new AtomicBoolean(true);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<Long>> reader = threads.submit(() -> follow(start, writing));
            List<? extends Future<?>> writes =
                    IntStream.range(0, writers)
                            .mapToObj(w -> threads.submit(() -> appendOneByOne(each)))
                            .toList();
            try {
                for (Future<?> write : writes) {
                    write.get();
                }
            } finally {
                writing.set(false);
            }

            assertThat(reader.get()).hasSize(writers * each).isSorted();
            assertThat(new HashSet<>(reader.get())).hasSize(writers * each);
        }
    }

    private void appendOneByOne(int count) {
        UUID feed = UUID.randomUUID();
        for (int i = 0; i < count; i++) {
            engine().appendEvents(event(feed, i, now()));
        }
    }

    private List<Long> follow(TrackingToken start, AtomicBoolean writing) {
        List<Long> positions = new ArrayList<>();
        TrackingToken token = start;
        while (true) {
            boolean last = !writing.get();
            List<TrackedEventMessage<?>> events = tracked(token);
            for (TrackedEventMessage<?> event : events) {
                token = event.trackingToken();
                positions.add(token.position().orElseThrow());
            }
            if (last && events.isEmpty()) {
                return positions;
            }
        }
    }

    final List<TrackedEventMessage<?>> tracked(@Nullable TrackingToken token) {
        try (Stream<? extends TrackedEventMessage<?>> events = engine().readEvents(token, false)) {
            return new ArrayList<>(events.toList());
        }
    }

    private List<? extends DomainEventMessage<?>> feed(UUID feed, long from) {
        return engine().readEvents(feed.toString(), from).asStream().toList();
    }

    static List<Long> versionsOf(UUID feed, List<TrackedEventMessage<?>> events) {
        return events.stream()
                .map(event -> (DomainEventMessage<?>) event)
                .filter(event -> event.getAggregateIdentifier().equals(feed.toString()))
                .map(event -> event.getSequenceNumber())
                .toList();
    }

    static List<DomainEventMessage<?>> events(UUID feed, long from, int count) {
        List<DomainEventMessage<?>> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(event(feed, from + i, now()));
        }
        return events;
    }

    static DomainEventMessage<?> event(UUID feed, long version, Instant at) {
        return new GenericDomainEventMessage<>(
                "Feed",
                feed.toString(),
                version,
                MessageSent.of(feed, feed, Instant.EPOCH, version + 1, "말 " + version),
                Map.of("trace", "t-" + version),
                UUID.randomUUID().toString(),
                at);
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
