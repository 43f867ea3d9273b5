package io.github.simplechat.relay.broker;

import static io.github.simplechat.relay.testing.TestEvents.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.simplechat.api.relay.Feed;
import io.github.simplechat.api.relay.RelayMessage;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every broker must do. */
public abstract class BrokerContract {

    private final Feed room = Feed.chat(UUID.randomUUID());
    private final Feed person = Feed.person(UUID.randomUUID());
    private final UUID ada = UUID.randomUUID();

    /** The broker, connected. */
    protected abstract Broker broker();

    /** Begins an outage. */
    protected abstract void disconnect();

    /** Ends an outage. */
    protected abstract void reconnect();

    /** A listener that keeps what it hears. */
    private static final class Ear implements BrokerListener {
        private final List<RelayMessage> heard = new CopyOnWriteArrayList<>();
        private final AtomicInteger resumptions = new AtomicInteger();

        @Override
        public void received(RelayMessage message) {
            heard.add(message);
        }

        @Override
        public void resumed() {
            resumptions.incrementAndGet();
        }
    }

    private Ear subscribed(Feed feed) {
        Ear ear = new Ear();
        broker().subscribe(feed, ear);
        await().until(() -> ear.resumptions.get() > 0);
        return ear;
    }

    private List<RelayMessage> messages(Feed feed, long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(v -> new RelayMessage(feed, NOON, "room.msg.new", v, v, ada, null))
                .toList();
    }

    @Test
    void a_listener_hears_its_feed_in_order_and_no_other() {
        Ear rooms = subscribed(room);
        Ear persons = subscribed(person);
        Ear everyones = subscribed(Feed.ALL);
        broker().publish(messages(room, 1, 1_000));
        broker().publish(messages(person, 5, 6));
        broker().publish(messages(Feed.ALL, 7, 7));
        await().until(() -> everyones.heard.size() == 1);
        await().until(() -> persons.heard.size() == 2);
        await().until(() -> rooms.heard.size() == 1_000);
        assertThat(rooms.heard).isEqualTo(messages(room, 1, 1_000));
        assertThat(persons.heard).isEqualTo(messages(person, 5, 6));
        assertThat(everyones.heard).isEqualTo(messages(Feed.ALL, 7, 7));
    }

    @Test
    void every_field_of_a_message_comes_through() {
        Ear ear = subscribed(room);
        RelayMessage out =
                new RelayMessage(room, NOON, "room.person.out", 9L, null, ada, UUID.randomUUID());
        RelayMessage typing =
                new RelayMessage(room, NOON, "room.person.typing", null, null, ada, null);
        broker().publish(List.of(out, typing));
        await().until(() -> ear.heard.size() == 2);
        assertThat(ear.heard).containsExactly(out, typing);
    }

    @Test
    void several_listeners_of_one_feed_all_hear_it_and_one_can_go() {
        Ear stays = subscribed(room);
        Ear goes = new Ear();
        Broker.Subscription subscription = broker().subscribe(room, goes);
        await().until(() -> goes.resumptions.get() > 0);
        broker().publish(messages(room, 1, 1));
        await().until(() -> goes.heard.size() == 1);
        subscription.close();
        broker().publish(messages(room, 2, 2));
        await().until(() -> stays.heard.size() == 2);
        assertThat(goes.heard).hasSize(1);
    }

    /** Each is waited for alone: the acknowledgement of a later one must not make up for it. */
    @Test
    void every_subscription_is_told_that_messages_come_in() {
        for (int i = 0; i < 1_000; i++) {
            Ear ear = new Ear();
            broker().subscribe(i % 2 == 0 ? room : Feed.chat(UUID.randomUUID()), ear);
            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofNanos(50_000))
                    .until(() -> ear.resumptions.get() > 0);
        }
    }

    @Test
    void a_feed_that_was_let_go_can_be_listened_to_again() {
        for (int round = 1; round <= 20; round++) {
            broker().subscribe(room, new Ear()).close();
        }
        Ear ear = subscribed(room);
        broker().publish(messages(room, 1, 1));
        await().until(() -> ear.heard.size() == 1);
    }

    @Test
    void after_an_outage_a_listener_is_told_and_hears_on() {
        Ear before = subscribed(room);
        int told = before.resumptions.get();
        disconnect();
        assertThatThrownBy(() -> broker().publish(messages(room, 1, 1)))
                .isInstanceOf(BrokerUnavailable.class);
        await().until(() -> !broker().isConnected());
        Ear during = new Ear();
        broker().subscribe(person, during);
        reconnect();
        await().until(() -> before.resumptions.get() > told);
        await().until(() -> during.resumptions.get() > 0);
        assertThat(broker().isConnected()).isTrue();
        broker().publish(messages(room, 2, 2));
        broker().publish(messages(person, 3, 3));
        await().until(() -> before.heard.equals(messages(room, 2, 2)));
        await().until(() -> during.heard.equals(messages(person, 3, 3)));
    }
}
