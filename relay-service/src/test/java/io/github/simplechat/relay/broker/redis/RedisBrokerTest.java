package io.github.simplechat.relay.broker.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.simplechat.api.relay.Feed;
import io.github.simplechat.api.relay.RelayMessage;
import io.github.simplechat.relay.broker.Broker;
import io.github.simplechat.relay.broker.BrokerContract;
import io.github.simplechat.relay.broker.BrokerListener;
import io.github.simplechat.relay.testing.TestRedis;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;

class RedisBrokerTest extends BrokerContract {

    private static TestRedis redis;

    @BeforeAll
    static void start() {
        redis = new TestRedis();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @Override
    protected Broker broker() {
        return redis.bean(RedisBroker.class);
    }

    @Override
    protected void disconnect() {
        redis.stop();
    }

    @Override
    protected void reconnect() {
        redis.startAgain();
    }

    @Test
    void a_channel_is_subscribed_to_only_while_somebody_listens() {
        UUID room = UUID.randomUUID();
        Broker.Subscription subscription = broker().subscribe(Feed.chat(room), new Keeper());
        await().until(() -> subscribers(room) == 1);
        subscription.close();
        await().until(() -> subscribers(room) == 0);
    }

    @Test
    void a_listener_that_goes_in_an_outage_is_gone_after_it() {
        UUID left = UUID.randomUUID();
        UUID kept = UUID.randomUUID();
        Broker.Subscription subscription = broker().subscribe(Feed.chat(left), new Keeper());
        broker().subscribe(Feed.chat(kept), new Keeper());
        await().until(() -> subscribers(left) == 1 && subscribers(kept) == 1);
        disconnect();
        await().until(() -> !broker().isConnected());
        subscription.close();
        reconnect();
        await().ignoreExceptions().until(() -> subscribers(kept) == 1);
        await().during(Duration.ofMillis(300)).until(() -> subscribers(left) == 0);
    }

    private static int subscribers(UUID room) {
        Long receivers =
                redis.bean(StringRedisTemplate.class).convertAndSend("relay:chat:" + room, "x");
        return receivers == null ? -1 : receivers.intValue();
    }

    @Test
    void what_is_no_relay_message_is_passed_over() {
        UUID room = UUID.randomUUID();
        Keeper keeper = new Keeper();
        broker().subscribe(Feed.chat(room), keeper);
        await().until(() -> subscribers(room) == 1);
        StringRedisTemplate template = redis.bean(StringRedisTemplate.class);
        template.convertAndSend("relay:chat:" + room, "{\"relay-type\":\"weather\"}");
        template.convertAndSend("relay:chat:" + room, message(UUID.randomUUID()));
        template.convertAndSend("relay:chat:" + room, message(room));
        await().until(() -> !keeper.heard.isEmpty());
        assertThat(keeper.heard)
                .singleElement()
                .satisfies(message -> assertThat(message.feed()).isEqualTo(Feed.chat(room)));
    }

    private static String message(UUID room) {
        return """
        {"relay-type":"chat","roomId":"%s","timestamp":"2026-11-22T06:00:00.123Z",
         "msg-type":"room.msg.new","version":1,"seq":1,"actorId":"%s","data":{"later":true}}
        """
                .formatted(room, room);
    }

    private static final class Keeper implements BrokerListener {
        private final List<RelayMessage> heard = new CopyOnWriteArrayList<>();

        @Override
        public void received(RelayMessage message) {
            heard.add(message);
        }

        @Override
        public void resumed() {}
    }
}
