package io.github.simplechat.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.github.simplechat.api.event.ChatEvent;
import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.platform.eventstore.postgres.ConsequentialEvents;
import io.github.simplechat.platform.eventstore.postgres.PostgresEventLog;
import io.github.simplechat.platform.eventstore.postgres.PostgresEventStorageEngine;
import io.github.simplechat.stores.EmbeddedPostgresql;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

@TestInstance(Lifecycle.PER_CLASS)
class PostgresEventLogTest extends EventLogContract {

    private final EmbeddedPostgresql postgres = EmbeddedPostgresql.temporary();
    private final ConfigurableApplicationContext context = start();

    @Import(EventStoreConfiguration.class)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class
    })
    static class Application {}

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties("spring.config.name=platform")
                .run(postgres.arguments());
    }

    @AfterAll
    void stop() {
        context.close();
        postgres.close();
    }

    @Override
    PostgresEventLog log() {
        return context.getBean(PostgresEventLog.class);
    }

    @Override
    PostgresEventLog feeds() {
        return log();
    }

    @Override
    MembershipReader memberships() {
        return context.getBean(MembershipReader.class);
    }

    private PostgresEventStorageEngine engine() {
        return context.getBean(PostgresEventStorageEngine.class);
    }

    @Override
    void append(long nextVersion, ChatEvent... events) {
        engine().appendEvents(
                        IntStream.range(0, events.length)
                                .mapToObj(i ->
                                        new GenericDomainEventMessage<>(
                                                "Feed",
                                                events[i].feedId().toString(),
                                                nextVersion + i,
                                                events[i]))
                                .toList());
    }

    @Test
    void given_a_taken_version_when_appending_then_a_conflict_and_nothing_stored() {
        UUID feed = UUID.randomUUID();
        append(0, sent(feed, 1), sent(feed, 2));

        assertThatThrownBy(() -> append(1, sent(feed, 3), sent(feed, 4)))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(feeds().version(feed)).isEqualTo(1);
    }

    @Test
    void given_a_conflict_in_the_middle_of_a_group_when_appending_then_only_it_fails() {
        UUID taken = UUID.randomUUID();
        append(0, sent(taken, 1));
        List<UUID> free = IntStream.range(0, 40).mapToObj(i -> UUID.randomUUID()).toList();
        AtomicInteger conflicts = new AtomicInteger();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (UUID feed : free) {
                threads.execute(() -> append(0, sent(feed, 1), sent(feed, 2)));
                threads.execute(() -> {
                    try {
                        append(0, sent(taken, 9));
                    } catch (ConcurrencyException e) {
                        conflicts.incrementAndGet();
                    }
                });
            }
        }

        assertThat(conflicts).hasValue(free.size());
        assertThat(feeds().version(taken)).isZero();
        assertThat(free).allSatisfy(feed -> assertThat(feeds().version(feed)).isEqualTo(1));
    }

    /** The stock engine lets a reader step over a position that is committed later. */
    @Test
    void given_many_writers_when_a_reader_follows_then_it_never_steps_over_a_later_commit()
            throws Exception {
        int writers = 8;
        int each = 50;
        long start = log().head();
        AtomicBoolean writing = new AtomicBoolean(true);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var reader = threads.submit(() -> follow(start, writing));
            var writes =
                    IntStream.range(0, writers)
                            .mapToObj(w ->
                                    threads.submit(() -> {
                                        UUID feed = UUID.randomUUID();
                                        for (int i = 0; i < each; i++) {
                                            append(i, sent(feed, i + 1));
                                        }
                                    }))
                            .toList();
            for (var write : writes) {
                write.get();
            }
            writing.set(false);

            assertThat(reader.get()).hasSize(writers * each);
        }
    }

    private List<Long> follow(long start, AtomicBoolean writing) {
        List<Long> seen = new ArrayList<>();
        long position = start;
        while (true) {
            boolean last = !writing.get();
            List<RecordedEvent> page = log().read(position, 100, Duration.ofMillis(5));
            for (RecordedEvent event : page) {
                seen.add(event.position());
                position = event.position();
            }
            if (last && page.isEmpty()) {
                return seen;
            }
        }
    }

    @Test
    void given_another_process_when_it_appends_then_a_waiting_reader_is_woken_by_the_database() {
        try (ConfigurableApplicationContext otherProcess = start()) {
            long head = log().head();
            UUID feed = UUID.randomUUID();
            long begin = System.nanoTime();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var reader = threads.submit(() -> log().read(head, 1, Duration.ofSeconds(30)));
                otherProcess
                        .getBean(PostgresEventStorageEngine.class)
                        .appendEvents(
                                List.of(
                                        new GenericDomainEventMessage<>(
                                                "Feed", feed.toString(), 0, sent(feed, 1))));
                assertThat(reader.get()).hasSize(1);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isLessThan(Duration.ofSeconds(10));
        }
    }

    private static ChatEvent sent(UUID feed, long seq) {
        return MessageSent.of(feed, feed, Instant.parse("2026-11-22T06:00:00.123Z"), seq, "말");
    }

    private ConsequentialEvents consequential() {
        return context.getBean(ConsequentialEvents.class);
    }

    private static MessageSent mentioning(UUID room, long seq) {
        return new MessageSent(
                room,
                UUID.randomUUID(),
                Instant.parse("2026-11-22T06:00:00Z"),
                seq,
                "@you",
                null,
                null,
                List.of(UUID.randomUUID()),
                List.of());
    }

    @Test
    void given_events_when_those_with_consequences_are_read_then_no_others_and_in_order() {
        UUID feed = UUID.randomUUID();
        long before = log().head();
        append(0, sent(feed, 1), mentioning(feed, 2), sent(feed, 3), mentioning(feed, 4));

        List<RecordedEvent> found = consequential().read(before, 10, Duration.ZERO);

        assertThat(found).extracting(RecordedEvent::version).containsExactly(1L, 3L);
        assertThat(consequential().read(found.getFirst().position(), 1, Duration.ZERO))
                .containsExactly(found.getLast());
        assertThat(consequential().read(log().head(), 10, Duration.ZERO)).isEmpty();
    }

    @Test
    void given_a_wait_for_consequences_when_one_is_appended_then_the_wait_ends() {
        UUID feed = UUID.randomUUID();
        long head = log().head();
        var reader =
                CompletableFuture.supplyAsync(
                        () -> consequential().read(head, 10, Duration.ofSeconds(20)));

        append(0, mentioning(feed, 1));

        assertThat(reader).succeedsWithin(Duration.ofSeconds(15)).asInstanceOf(LIST).hasSize(1);
    }
}
