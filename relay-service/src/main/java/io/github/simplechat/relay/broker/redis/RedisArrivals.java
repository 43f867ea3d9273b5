package io.github.simplechat.relay.broker.redis;

import io.github.simplechat.api.relay.RelayMessage;
import io.github.simplechat.relay.broker.BrokerListener;
import io.github.simplechat.relay.broker.RelayMessageJson;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What comes in from Redis, handed to the listeners of its channel on the network's thread. */
final class RedisArrivals extends RedisPubSubAdapter<String, String> {

    private static final Logger log = LoggerFactory.getLogger(RedisArrivals.class);

    private final Map<String, List<BrokerListener>> channels;
    private final Consumer<String> subscribed;

    /**
     * What comes in for the listeners in a map that others change.
     *
     * @param subscribed hears of every channel that Redis has begun to bring
     */
    RedisArrivals(Map<String, List<BrokerListener>> channels, Consumer<String> subscribed) {
        this.channels = channels;
        this.subscribed = subscribed;
    }

    @Override
    public void message(String channel, String text) {
        List<BrokerListener> listeners = channels.getOrDefault(channel, List.of());
        if (listeners.isEmpty()) {
            return;
        }
        try {
            RelayMessage message = RelayMessageJson.read(text);
            if (channel.equals(Channels.of(message.feed()))) {
                listeners.forEach(listener -> listener.received(message));
            } else {
                log.warn("Ignored a message of another feed on channel {}", channel);
            }
        } catch (IllegalArgumentException e) {
            log.warn("Ignored what came on channel {}: {}", channel, e.getMessage());
        } catch (RuntimeException e) {
            log.error("A listener of channel {} failed", channel, e);
        }
    }

    @Override
    public void subscribed(String channel, long count) {
        subscribed.accept(channel);
        channels.getOrDefault(channel, List.of()).forEach(BrokerListener::resumed);
    }
}
