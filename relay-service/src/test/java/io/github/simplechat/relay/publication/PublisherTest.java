package io.github.simplechat.relay.publication;

import static io.github.simplechat.relay.testing.TestEvents.room;
import static io.github.simplechat.relay.testing.TestEvents.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.simplechat.api.relay.Feed;
import io.github.simplechat.api.relay.RelayMessage;
import io.github.simplechat.platform.eventstore.memory.InMemoryEventLog;
import io.github.simplechat.relay.broker.BrokerListener;
import io.github.simplechat.relay.broker.memory.InMemoryBroker;
import io.github.simplechat.relay.publication.memory.InMemoryCheckpoint;
import io.github.simplechat.relay.publication.memory.InMemoryPublisherLeases;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublisherTest {

    private static final Duration LASTS = Duration.ofMillis(200);

    private final InMemoryEventLog log = new InMemoryEventLog();
    private final InMemoryBroker broker = new InMemoryBroker();
    private final ForgetfulCheckpoint checkpoint = new ForgetfulCheckpoint();
    private final InMemoryPublisherLeases leases = new InMemoryPublisherLeases();
    private final Publisher publisher = node();
    private final Publisher other = node();
    private final UUID ada = UUID.randomUUID();
    private final UUID room = UUID.randomUUID();
    private final List<Long> heard = new CopyOnWriteArrayList<>();

    /** A checkpoint whose store may be emptied. */
    private static final class ForgetfulCheckpoint implements Checkpoint {

        private final AtomicInteger loads = new AtomicInteger();
        private volatile InMemoryCheckpoint store = new InMemoryCheckpoint();

        @Override
        public OptionalLong load() {
            OptionalLong position = store.load();
            loads.incrementAndGet();
            return position;
        }

        @Override
        public void store(long position) {
            store.store(position);
        }

        int loads() {
            return loads.get();
        }

        void lose() {
            store = new InMemoryCheckpoint();
        }
    }

    private Publisher node() {
        return new Publisher(log, broker, checkpoint, leases.lessee(), LASTS, 2);
    }

    @BeforeEach
    void listen() {
        broker.subscribe(
                Feed.chat(room),
                new BrokerListener() {
                    @Override
                    public void received(RelayMessage message) {
                        heard.add(message.version());
                    }

                    @Override
                    public void resumed() {}
                });
    }

    @AfterEach
    void close() {
        publisher.close();
        other.close();
    }

    @Test
    void the_first_start_ever_begins_at_the_head() {
        log.append(room(room, ada));
        publisher.start();
        awaitStored(2);
        log.append(sent(room, ada, 1, 5));
        awaitStored(7);
        assertThat(heard).containsExactly(2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void a_start_with_a_stored_position_goes_on_behind_it() {
        log.append(room(room, ada));
        log.append(sent(room, ada, 1, 3));
        checkpoint.store(3);
        publisher.start();
        awaitStored(5);
        assertThat(heard).containsExactly(3L, 4L);
    }

    @Test
    void an_event_that_cannot_be_read_is_not_published_and_all_others_are() {
        publisher.start();
        awaitStored(0);
        log.spoil(4);
        log.append(room(room, ada));
        log.append(sent(room, ada, 1, 4));
        awaitStored(6);
        assertThat(heard).containsExactly(0L, 1L, 2L, 4L, 5L);
        assertThat(publisher.undecodable()).isEqualTo(1);
        assertThat(publisher.isPublishing()).isTrue();
    }

    @Test
    void while_the_broker_is_away_it_keeps_its_position_and_then_loses_nothing() {
        publisher.start();
        awaitStored(0);
        broker.disconnect();
        log.append(room(room, ada));
        await().until(() -> !publisher.isPublishing());
        log.append(sent(room, ada, 1, 4));
        assertThat(checkpoint.load()).hasValue(0);
        broker.reconnect();
        awaitStored(6);
        assertThat(heard).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
        assertThat(publisher.isPublishing()).isTrue();
    }

    @Test
    void once_closed_it_publishes_no_more_and_says_so() {
        publisher.start();
        awaitStored(0);
        assertThat(publisher.isPublishing()).isTrue();
        publisher.close();
        assertThat(publisher.isPublishing()).isFalse();
        log.append(room(room, ada));
        assertThat(heard).isEmpty();
    }

    @Test
    void of_two_nodes_one_publishes() {
        publisher.start();
        await().until(publisher::isLeading);
        other.start();
        awaitStored(0);
        log.append(room(room, ada));
        log.append(sent(room, ada, 1, 20));
        awaitStored(22);
        assertThat(heard).doesNotHaveDuplicates().hasSize(22);
        assertThat(other.isLeading()).isFalse();
        assertThat(other.isPublishing()).as("healthy").isTrue();
    }

    @Test
    void when_the_one_that_publishes_stops_the_other_goes_on_where_it_was() {
        publisher.start();
        await().until(publisher::isLeading);
        other.start();
        awaitStored(0);
        log.append(room(room, ada));
        awaitStored(2);
        publisher.close();
        log.append(sent(room, ada, 1, 4));
        awaitStored(6);
        assertThat(heard).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
        assertThat(other.isLeading()).isTrue();
    }

    @Test
    void a_node_that_is_gone_without_a_word_is_followed_by_another_when_its_lease_ends() {
        PublisherLease gone = leases.lessee();
        assertThat(gone.hold(LASTS)).isTrue();
        checkpoint.store(0);
        log.append(room(room, ada));
        other.start();
        awaitStored(2);
        assertThat(heard).containsExactly(0L, 1L);
    }

    @Test
    void a_node_that_takes_over_skips_nothing_even_if_the_checkpoint_is_lost() {
        PublisherLease gone = leases.lessee();
        assertThat(gone.hold(LASTS)).isTrue();
        checkpoint.store(0);
        other.start();
        await().until(() -> checkpoint.loads() > 0);
        log.append(room(room, ada));
        log.append(sent(room, ada, 1, 4));
        checkpoint.lose();
        awaitStored(6);
        assertThat(heard).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
    }

    private void awaitStored(long position) {
        await().until(() -> checkpoint.load().equals(OptionalLong.of(position)));
    }
}
