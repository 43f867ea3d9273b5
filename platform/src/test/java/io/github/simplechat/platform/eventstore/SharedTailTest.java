package io.github.simplechat.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.simplechat.api.event.ChatEvent;
import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.platform.eventstore.UndecodableEvent.Place;
import io.github.simplechat.platform.eventstore.memory.InMemoryEventLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedTailTest extends EventLogContract {

    private final InMemoryEventLog store = new InMemoryEventLog();
    private final SharedTail tail = new SharedTail(store, 10);

    @AfterEach
    void close() {
        tail.close();
    }

    @Override
    EventLog log() {
        return tail;
    }

    @Override
    FeedReader feeds() {
        return store;
    }

    @Override
    MembershipReader memberships() {
        return store;
    }

    @Override
    void append(long nextVersion, ChatEvent... events) {
        store.append(events);
    }

    /** Some begin before the tail, some fall behind it while they read, all see everything once. */
    @Test
    void given_readers_of_every_speed_when_events_come_then_each_sees_every_position_once()
            throws Exception {
        UUID feed = UUID.randomUUID();
        int events = 2_000;
        IntStream.range(0, 100).forEach(i -> store.append(sent(feed, i)));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var readers =
                    IntStream.range(1, 6)
                            .mapToObj(limit -> threads.submit(() -> readAll(limit * 7, events)))
                            .toList();
            IntStream.range(100, events).forEach(i -> store.append(sent(feed, i)));

            for (var reader : readers) {
                assertThat(reader.get())
                        .isEqualTo(LongStream.rangeClosed(1, events).boxed().toList());
            }
        }
    }

    @Test
    void given_an_event_that_cannot_be_decoded_when_followed_then_it_is_met_and_can_be_passed() {
        UUID feed = UUID.randomUUID();
        store.append(sent(feed, 1), sent(feed, 2));
        assertThat(tail.read(0, 10, Duration.ZERO)).hasSize(2);
        store.spoil(4);
        store.append(sent(feed, 3), sent(feed, 4), sent(feed, 5));

        assertThat(tail.read(2, 10, Duration.ofSeconds(20))).hasSize(1);
        assertThatThrownBy(() -> tail.read(3, 10, Duration.ofSeconds(20)))
                .isInstanceOfSatisfying(
                        UndecodableEvent.class,
                        e ->
                                assertThat(e.place())
                                        .isEqualTo(
                                                new Place(
                                                        4, feed, 3, MessageSent.class.getName())));
        await().untilAsserted(
                        () -> assertThat(tail.read(4, 10, Duration.ofSeconds(20))).hasSize(1));
        store.append(sent(feed, 6));
        assertThat(tail.read(5, 10, Duration.ofSeconds(20))).hasSize(1);
    }

    private List<Long> readAll(int limit, int events) {
        List<Long> seen = new ArrayList<>();
        while (seen.size() < events) {
            long after = seen.isEmpty() ? 0 : seen.getLast();
            for (RecordedEvent event : tail.read(after, limit, Duration.ofSeconds(5))) {
                seen.add(event.position());
            }
        }
        return seen;
    }

    private static ChatEvent sent(UUID feed, long seq) {
        return MessageSent.of(feed, feed, Instant.EPOCH, seq, "말");
    }
}
