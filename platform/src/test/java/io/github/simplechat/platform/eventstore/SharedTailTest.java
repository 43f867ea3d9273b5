package io.github.simplechat.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.event.ChatEvent;
import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.api.room.MessageSent;
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
