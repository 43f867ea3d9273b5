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
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublisherTest {

    private final InMemoryEventLog log = new InMemoryEventLog();
    private final InMemoryBroker broker = new InMemoryBroker();
    private final InMemoryCheckpoint checkpoint = new InMemoryCheckpoint();
    private final Publisher publisher = new Publisher(log, broker, checkpoint, 2);
    private final UUID ada = UUID.randomUUID();
    private final UUID room = UUID.randomUUID();
    private final List<Long> heard = new CopyOnWriteArrayList<>();

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

    private void awaitStored(long position) {
        await().until(() -> checkpoint.load().equals(OptionalLong.of(position)));
    }
}
