package io.github.simplechat.relay.broker.redis;

import static io.github.simplechat.relay.testing.TestEvents.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.simplechat.api.relay.Feed;
import io.github.simplechat.api.relay.RelayMessage;
import io.github.simplechat.relay.broker.Broker;
import io.github.simplechat.relay.broker.BrokerContract;
import io.github.simplechat.relay.broker.BrokerListener;
import io.github.simplechat.relay.testing.RedisNode;
import io.github.simplechat.relay.testing.RelayRedis;
import io.github.simplechat.relay.testing.TestRedisCluster;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Skipped, and said so, where there is no Redis 7. */
@SuppressWarnings("NullAway") // all is set before the first test
class ShardedBrokerTest extends BrokerContract {

    private static TestRedisCluster cluster;

    private RelayRedis client;

    @BeforeAll
    static void start() {
        TestRedisCluster.assumeInstalled();
        cluster = TestRedisCluster.ofMasters();
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @BeforeEach
    void connect() {
        client = new RelayRedis(cluster.url());
        await().pollInterval(Duration.ofMillis(5)).until(() -> broker().isConnected());
    }

    @AfterEach
    void leave() {
        client.close();
    }

    @Override
    protected Broker broker() {
        return client.bean(Broker.class);
    }

    @Override
    protected void disconnect() {
        cluster.killAll();
    }

    @Override
    protected void reconnect() {
        cluster.startAllAgain();
    }

    @Test
    void it_is_the_sharded_one() {
        assertThat(broker()).isInstanceOf(ShardedBroker.class);
    }

    @Test
    void a_channel_is_subscribed_to_only_while_somebody_listens() {
        UUID room = UUID.randomUUID();
        Broker.Subscription subscription = broker().subscribe(Feed.chat(room), new Keeper());
        await().until(() -> cluster.subscribers(channel(room)) == 1);
        subscription.close();
        await().until(() -> cluster.subscribers(channel(room)) == 0);
    }

    @Test
    void a_listener_that_goes_in_an_outage_is_gone_after_it() {
        UUID left = UUID.randomUUID();
        Feed kept = Feed.chat(UUID.randomUUID());
        Broker.Subscription subscription = broker().subscribe(Feed.chat(left), new Keeper());
        Keeper keeper = listening(kept);
        await().until(() -> cluster.subscribers(channel(left)) == 1);
        disconnect();
        await().until(() -> !broker().isConnected());
        subscription.close();
        reconnect();
        await().until(() -> keeper.resumptions.get() > 1);
        await().during(Duration.ofMillis(300)).until(() -> cluster.subscribers(channel(left)) == 0);
    }

    @Test
    void given_a_slot_moves_then_its_listeners_are_told_and_hear_on_at_the_new_node() {
        UUID moved = UUID.randomUUID();
        RedisNode from = cluster.firstOwner(channel(moved));
        Feed elsewhere = feedOf(cluster.otherThan(from));
        Keeper movedOne = listening(Feed.chat(moved));
        Keeper other = listening(elsewhere);
        cluster.moveSlot(channel(moved), from, cluster.otherThan(from));
        try {
            broker().publish(List.of(message(Feed.chat(moved), 1))); // it may be lost
            await().untilAsserted(() -> assertThat(movedOne.resumptions).hasValue(2));
            assertThat(other.resumptions).hasValue(1);
            broker().publish(List.of(message(Feed.chat(moved), 2), message(elsewhere, 2)));
            await().until(() -> other.heard.size() == 1);
            await().until(() -> movedOne.heardLast(2));
            assertThat(cluster.subscribers(channel(moved))).isEqualTo(1);
        } finally {
            cluster.moveSlot(channel(moved), cluster.otherThan(from), from);
        }
    }

    @Test
    void given_one_node_is_away_then_feeds_of_the_others_are_carried_on() {
        UUID room = UUID.randomUUID();
        RedisNode away = cluster.firstOwner(channel(room));
        Feed elsewhere = feedOf(cluster.otherThan(away));
        Keeper lost = listening(Feed.chat(room));
        Keeper carried = listening(elsewhere);
        away.kill();
        await().until(() -> !broker().isConnected());
        broker().publish(List.of(message(elsewhere, 1)));
        await().until(() -> carried.heard.size() == 1);
        away.startAgain();
        await().until(() -> lost.resumptions.get() == 2);
        assertThat(carried.resumptions).hasValue(1);
        assertThat(broker().isConnected()).isTrue();
        broker().publish(List.of(message(Feed.chat(room), 1)));
        await().until(() -> lost.heard.size() == 1);
    }

    private Keeper listening(Feed feed) {
        Keeper keeper = new Keeper();
        broker().subscribe(feed, keeper);
        await().until(() -> keeper.resumptions.get() > 0);
        return keeper;
    }

    private static Feed feedOf(RedisNode node) {
        UUID room = UUID.randomUUID();
        while (cluster.firstOwner(channel(room)) != node) {
            room = UUID.randomUUID();
        }
        return Feed.chat(room);
    }

    private static String channel(UUID room) {
        return "relay:chat:" + room;
    }

    private static RelayMessage message(Feed feed, long version) {
        return new RelayMessage(
                feed, NOON, "room.msg.new", version, version, UUID.randomUUID(), null);
    }

    private static final class Keeper implements BrokerListener {
        private final List<RelayMessage> heard = new CopyOnWriteArrayList<>();
        private final AtomicInteger resumptions = new AtomicInteger();

        @Override
        public void received(RelayMessage message) {
            heard.add(message);
        }

        boolean heardLast(long version) {
            return !heard.isEmpty() && heard.getLast().version() == version;
        }

        @Override
        public void resumed() {
            resumptions.incrementAndGet();
        }
    }
}
