package io.github.simplechat.platform.eventstore.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.simplechat.api.Receipt;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.platform.database.Migrations;
import io.github.simplechat.platform.eventstore.Claim;
import io.github.simplechat.platform.eventstore.ClaimTaken;
import io.github.simplechat.platform.eventstore.ClaimedRequest;
import io.github.simplechat.platform.json.ChatJson;
import io.github.simplechat.stores.EmbeddedPostgresql;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Whatever shares a commit with a claim, the key is given once. */
@TestInstance(Lifecycle.PER_CLASS)
class PostgresClaimsTest {

    private static final Instant AT = Instant.parse("2026-11-22T06:00:00.123Z");

    private final EmbeddedPostgresql postgres = EmbeddedPostgresql.temporary();
    private final DriverManagerDataSource database =
            new DriverManagerDataSource(
                    postgres.url() + "?reWriteBatchedInserts=true",
                    postgres.application().username(),
                    postgres.application().password());
    private final Serializer serializer =
            Jackson3Serializer.builder().jsonMapperBuilderCustomizer(ChatJson::configure).build();
    private final PostgresEventStore store = open();
    private final UUID me = UUID.randomUUID();

    private PostgresEventStore open() {
        new Migrations(
                        database,
                        postgres.url(),
                        postgres.owner().username(),
                        postgres.owner().password())
                .migrate("events");
        return new PostgresEventStore(database, serializer, () -> {});
    }

    @AfterAll
    void stop() {
        store.close();
        postgres.close();
    }

    @Test
    void given_one_key_in_many_feeds_at_once_when_appending_then_one_event_of_them_is_stored()
            throws Exception {
        int keys = 40;
        AtomicInteger taken = new AtomicInteger();
        List<Callable<Void>> appends =
                IntStream.range(0, keys * 4)
                        .<Callable<Void>>mapToObj(i ->
                                () -> {
                                    try {
                                        append(UUID.randomUUID(), claim("shared-" + i % keys));
                                    } catch (ClaimTaken e) {
                                        taken.incrementAndGet();
                                    }
                                    return null;
                                })
                        .toList();
        long before = events();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> append : threads.invokeAll(appends)) {
                append.get();
            }
        }

        assertThat(events() - before).isEqualTo(keys);
        assertThat(taken).hasValue(3 * keys);
    }

    @Test
    void given_what_an_actor_asked_for_when_forgotten_then_it_is_not_found_and_the_event_stays() {
        UUID feed = UUID.randomUUID();
        append(feed, claim("forgotten"));

        store.claims().forget(me);

        assertThat(store.claims().find(claim("forgotten"))).isEmpty();
        assertThat(store.engine().lastSequenceNumberFor(feed.toString())).hasValue(0L);
    }

    @Test
    void given_a_taken_key_when_several_are_claimed_with_it_then_nothing_is_stored() {
        append(UUID.randomUUID(), claim("first"));
        UUID feed = UUID.randomUUID();

        assertThatThrownBy(() -> append(feed, claim("second"), claim("first")))
                .isInstanceOf(ClaimTaken.class);

        assertThat(store.engine().lastSequenceNumberFor(feed.toString())).isEmpty();
        assertThat(store.claims().find(claim("second"))).isEmpty();
        append(feed, claim("second"));
        assertThat(store.claims().find(claim("second")))
                .hasValueSatisfying(
                        request -> assertThat(request.receipt().feedId()).isEqualTo(feed));
    }

    @Test
    void given_a_command_without_events_when_it_claims_then_the_claim_is_stored_alone() {
        long before = events();
        var unit = DefaultUnitOfWork.startAndGet(new GenericMessage<>("a command"));
        store.claims().storeWithCommand(request(UUID.randomUUID(), claim("alone")));
        unit.commit();

        assertThat(store.claims().find(claim("alone"))).isPresent();
        assertThat(events()).isEqualTo(before);
    }

    private void append(UUID feed, Claim... claims) {
        var unit = DefaultUnitOfWork.startAndGet(new GenericMessage<>("a command"));
        unit.onPrepareCommit(prepared ->
                store.engine()
                        .appendEvents(
                                new GenericDomainEventMessage<>(
                                        "Room",
                                        feed.toString(),
                                        0,
                                        MessageSent.of(feed, me, AT, 1, "말"))));
        for (Claim claim : claims) {
            store.claims().storeWithCommand(request(feed, claim));
        }
        unit.commit();
    }

    private Claim claim(String key) {
        return new Claim(me, key, "0".repeat(64));
    }

    private static ClaimedRequest request(UUID feed, Claim claim) {
        return new ClaimedRequest(claim, new Receipt(feed, 0, 1L, AT));
    }

    private long events() {
        Long count =
                new JdbcTemplate(database)
                        .queryForObject("SELECT count(*) FROM events.event", Long.class);
        return count == null ? 0 : count;
    }
}
