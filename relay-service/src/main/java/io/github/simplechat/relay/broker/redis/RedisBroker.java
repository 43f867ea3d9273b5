package io.github.simplechat.relay.broker.redis;

import io.github.simplechat.api.relay.Feed;
import io.github.simplechat.api.relay.RelayMessage;
import io.github.simplechat.relay.broker.Broker;
import io.github.simplechat.relay.broker.BrokerListener;
import io.github.simplechat.relay.broker.BrokerUnavailable;
import io.github.simplechat.relay.broker.RelayMessageJson;
import io.lettuce.core.RedisClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * The broker on Redis pub/sub: a batch goes out in one pipeline, and a channel is subscribed to
 * only while somebody here listens. Redis may be away when this starts, and at any time after.
 */
public final class RedisBroker implements Broker, AutoCloseable {

    private final StringRedisTemplate redis;
    private final RedisSubscriptions subscriptions;

    /**
     * A broker that connects by itself.
     *
     * @param redis publishes
     * @param client makes the one connection that listens
     */
    public RedisBroker(StringRedisTemplate redis, RedisClient client) {
        this.redis = redis;
        this.subscriptions = new RedisSubscriptions(client);
    }

    @Override
    public void publish(List<RelayMessage> messages) {
        try {
            redis.executePipelined(pipeline(messages));
        } catch (DataAccessException e) {
            throw new BrokerUnavailable(
                    "Redis did not take a batch: " + e.getMostSpecificCause().getMessage(), e);
        }
    }

    @SuppressWarnings("NullAway") // a pipelined callback must return null
    private static RedisCallback<Object> pipeline(List<RelayMessage> messages) {
        return connection -> {
            for (RelayMessage message : messages) {
                connection.publish(
                        Channels.of(message.feed()).getBytes(StandardCharsets.UTF_8),
                        RelayMessageJson.write(message).getBytes(StandardCharsets.UTF_8));
            }
            return null;
        };
    }

    @Override
    public Subscription subscribe(Feed feed, BrokerListener listener) {
        String channel = Channels.of(feed);
        subscriptions.add(channel, listener);
        return () -> subscriptions.remove(channel, listener);
    }

    @Override
    public boolean isConnected() {
        return subscriptions.isConnected();
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
