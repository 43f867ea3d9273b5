package io.github.simplechat.relay.gateway;

import static io.github.simplechat.relay.gateway.TestGateway.awaitVersions;
import static io.github.simplechat.relay.gateway.TestGateway.versions;
import static io.github.simplechat.relay.testing.TestEvents.NOON;
import static io.github.simplechat.relay.testing.TestEvents.room;
import static io.github.simplechat.relay.testing.TestEvents.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.relay.Feed;
import io.github.simplechat.api.relay.RelayMessage;
import io.github.simplechat.relay.publication.Publication;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefillTest {

    private final TestGateway relay = new TestGateway();
    private final UUID ada = UUID.randomUUID();
    private final UUID room = UUID.randomUUID();
    private TestListener client;

    @BeforeEach
    void open() {
        relay.happen(room(room, ada));
        client = relay.connect(ada);
        client.listen(room);
        relay.quiet(); // what opening the feed has read is none of what happens next
    }

    @AfterEach
    void close() {
        relay.close();
    }

    @Test
    void given_lost_messages_when_a_later_one_comes_then_the_hole_is_filled_before_it() {
        relay.happenUnheard(sent(room, ada, 1, 350));
        relay.happen(sent(room, ada, 351));
        awaitVersions(client, 2, 352);
    }

    @Test
    void given_the_last_message_is_lost_then_the_sweep_brings_it() {
        relay.happenUnheard(sent(room, ada, 1, 3));
        assertThat(client.versions()).isEmpty();
        relay.hub.sweep();
        awaitVersions(client, 2, 4);
    }

    @Test
    void given_an_outage_when_the_broker_is_back_then_what_was_missed_comes() {
        relay.broker.disconnect();
        relay.happenUnheard(sent(room, ada, 1, 3));
        relay.broker.reconnect();
        awaitVersions(client, 2, 4);
        relay.happen(sent(room, ada, 4));
        assertThat(client.versions()).isEqualTo(versions(2, 5));
    }

    @Test
    void given_an_outage_when_a_feed_is_opened_in_it_then_it_hears_all_once_the_broker_is_back() {
        UUID other = UUID.randomUUID();
        relay.happen(room(other, ada));
        relay.broker.disconnect();
        TestListener late = relay.connect(ada);
        late.listen(other);
        relay.happenUnheard(sent(other, ada, 1, 2));
        relay.broker.reconnect();
        awaitVersions(late, 2, 3);
    }

    @Test
    void messages_that_come_twice_or_late_are_dropped() {
        relay.happen(sent(room, ada, 1, 2));
        List<RelayMessage> again =
                relay.log.read(room, -1, 10).stream().map(Publication::of).toList();
        relay.broker.publish(again);
        relay.broker.publish(again.reversed());
        relay.happen(sent(room, ada, 3));
        assertThat(client.versions()).isEqualTo(versions(2, 4));
    }

    @Test
    void a_signal_without_a_version_is_passed_on_and_changes_nothing() {
        relay.broker.publish(
                List.of(
                        new RelayMessage(
                                Feed.chat(room),
                                NOON,
                                "room.person.typing",
                                null,
                                null,
                                ada,
                                null)));
        assertThat(client.connection().lastData().get("msg-type").stringValue())
                .isEqualTo("room.person.typing");
        relay.happen(sent(room, ada, 1));
        assertThat(client.connection().lastData().get("version").longValue()).isEqualTo(2);
    }
}
