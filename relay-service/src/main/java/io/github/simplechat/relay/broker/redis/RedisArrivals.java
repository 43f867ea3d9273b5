package io.github.simplechat.relay.broker.redis;

import io.lettuce.core.pubsub.RedisPubSubAdapter;
import java.util.function.Consumer;

/** What comes in from Redis, handed to the listeners of its channel on the network's thread. */
final class RedisArrivals extends RedisPubSubAdapter<String, String> {

    private final ChannelListeners listeners;
    private final Consumer<String> subscribed;

    /**
     * What comes in for listeners that come and go.
     *
     * @param subscribed hears of every channel that Redis has begun to bring
     */
    RedisArrivals(ChannelListeners listeners, Consumer<String> subscribed) {
        this.listeners = listeners;
        this.subscribed = subscribed;
    }

    @Override
    public void message(String channel, String text) {
        listeners.received(channel, text);
    }

    @Override
    public void subscribed(String channel, long count) {
        subscribed.accept(channel);
        listeners.resumed(channel);
    }
}
