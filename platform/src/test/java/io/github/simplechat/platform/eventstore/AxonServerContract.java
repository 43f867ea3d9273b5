package io.github.simplechat.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.simplechat.api.event.ChatEvent;
import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.platform.eventstore.axonserver.AxonServerEventLog;
import io.github.simplechat.platform.eventstore.axonserver.AxonServerFeedReader;
import io.github.simplechat.platform.eventstore.axonserver.AxonServerProfile;
import io.github.simplechat.platform.eventstore.axonserver.AxonServerStorageEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.context.ConfigurableApplicationContext;

/** What the profile promises beyond the contract, on whatever server speaks the protocol. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class AxonServerContract extends EventLogContract {

    @Nullable AxonServerProfile profile;

    abstract AxonServerProfile open();

    @BeforeAll
    void connect() {
        profile = open();
    }

    @AfterAll
    void disconnect() {
        if (profile != null) {
            profile.close();
        }
    }

    @Override
    EventLog log() {
        return bean(AxonServerEventLog.class);
    }

    @Override
    FeedReader feeds() {
        return bean(AxonServerFeedReader.class);
    }

    @Override
    MembershipReader memberships() {
        return bean(MembershipReader.class);
    }

    @Override
    void append(long nextVersion, ChatEvent... events) {
        bean(AxonServerStorageEngine.class).appendEvents(messages(nextVersion, events));
    }

    <T> T bean(Class<T> type) {
        if (profile == null) {
            throw new IllegalStateException("not connected");
        }
        return profile.bean(type);
    }

    private static List<GenericDomainEventMessage<ChatEvent>> messages(
            long nextVersion, ChatEvent... events) {
        return IntStream.range(0, events.length)
                .mapToObj(i ->
                        new GenericDomainEventMessage<>(
                                "Feed", events[i].feedId().toString(), nextVersion + i, events[i]))
                .toList();
    }

    @Test
    void given_a_taken_version_when_appending_then_a_conflict_and_nothing_stored() {
        UUID feed = UUID.randomUUID();
        append(0, sent(feed, 1), sent(feed, 2));

        assertThatThrownBy(() -> append(1, sent(feed, 3), sent(feed, 4)))
                .isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> append(0, sent(feed, 3))).isInstanceOf(ConcurrencyException.class);
        assertThat(feeds().version(feed)).isEqualTo(1);
    }

    @Test
    void given_another_process_when_it_appends_then_the_server_wakes_a_waiting_reader() {
        AxonServerProfile here = profile;
        if (here == null) {
            throw new IllegalStateException("not connected");
        }
        try (ConfigurableApplicationContext other = here.connect()) {
            UUID feed = UUID.randomUUID();
            long head = log().head();
            CompletableFuture<List<RecordedEvent>> reader =
                    CompletableFuture.supplyAsync(
                            () -> log().read(head, 1, Duration.ofSeconds(60)));

            other.getBean(AxonServerStorageEngine.class).appendEvents(messages(0, sent(feed, 1)));

            assertThat(reader.orTimeout(30, TimeUnit.SECONDS).join()).hasSize(1);
        }
    }

    /**
     * More than a stream's buffer and more than a page of the search, and subjects at both ends.
     */
    @Test
    void given_a_long_feed_when_read_then_all_of_it_and_its_subjects_are_found() {
        UUID feed = UUID.randomUUID();
        long before = log().head();
        int length = 2_500;
        for (int from = 0; from < length; from += 500) {
            int first = from;
            append(
                    from,
                    IntStream.range(0, 500)
                            .mapToObj(i -> sent(feed, first + i))
                            .toArray(ChatEvent[]::new));
        }

        assertThat(feeds().read(feed, FeedReader.NO_VERSION, 5_000)).hasSize(length);
        assertThat(log().read(before, 5_000, Duration.ZERO)).hasSize(length);
        assertThat(feeds().first(feed, "2499")).hasValueSatisfying(at(2_499));
        assertThat(feeds().latest(feed, "0")).hasValueSatisfying(at(0));
        assertThat(feeds().latest(feed, "2500")).isEmpty();

        append(length, sent(feed, 2_500), sent(feed, 0));

        assertThat(feeds().latest(feed, "2500")).hasValueSatisfying(at(2_500));
        assertThat(feeds().latest(feed, "0")).hasValueSatisfying(at(2_501));
        assertThat(feeds().first(feed, "0")).hasValueSatisfying(at(0));
    }

    /** A state that can be made unreadable after it was stored. */
    record State(long seq) {
        private static boolean readable = true;

        State {
            if (!readable) {
                throw new IllegalArgumentException("not a state");
            }
        }
    }

    @Test
    void given_a_snapshot_of_a_state_when_read_then_it_is_there_unless_it_cannot_be_read() {
        UUID feed = UUID.randomUUID();
        var engine = bean(AxonServerStorageEngine.class);
        engine.storeSnapshot(
                new GenericDomainEventMessage<>("Feed", feed.toString(), 499, new State(7)));

        assertThat(engine.readSnapshot(feed.toString()))
                .hasValueSatisfying(snapshot -> {
                    assertThat(snapshot.getSequenceNumber()).isEqualTo(499);
                    assertThat(snapshot.getPayload()).isEqualTo(new State(7));
                });
        State.readable = false;
        try {
            assertThat(engine.readSnapshot(feed.toString())).isEmpty();
        } finally {
            State.readable = true;
        }
    }

    private static Consumer<RecordedEvent> at(long version) {
        return event -> assertThat(event.version()).isEqualTo(version);
    }

    static ChatEvent sent(UUID feed, long seq) {
        return MessageSent.of(feed, feed, Instant.parse("2026-11-22T06:00:00.123Z"), seq, "말");
    }
}
