package io.github.simplechat.relay.broker.redis;

import io.github.simplechat.relay.broker.BrokerListener;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisException;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.net.SocketAddress;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one connection of this node that listens. The listeners are what is wanted; after every
 * (re)connect, and whenever a subscription failed, all of it is subscribed to again until Redis
 * agrees. Subscribing twice does no harm: Redis acknowledges it, and a listener hears once more
 * that messages come in.
 *
 * <p>The listeners are changed before Redis is told, because the answer may come before the call
 * returns, and both under one lock, so that Redis hears of the changes in their order.
 */
final class RedisSubscriptions implements RedisConnectionStateListener, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RedisSubscriptions.class);
    private static final long RETRY_MILLIS = 200;
    private static final long ANSWER_MILLIS = 5_000;
    private static final int CHANNELS_AT_ONCE = 500;

    private final ChannelListeners listeners = new ChannelListeners();
    private final RedisClient client;
    private final ScheduledExecutorService worker;
    private volatile @Nullable StatefulRedisPubSubConnection<String, String> connection;
    private boolean outage;

    RedisSubscriptions(RedisClient client) {
        this.client = client;
        ScheduledThreadPoolExecutor one =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("relay-redis").factory());
        one.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        this.worker = one;
        worker.execute(this::subscribeToAll);
    }

    synchronized void add(String channel, BrokerListener listener) {
        listeners.add(channel, listener);
        subscribe(channel);
    }

    private void subscribe(String channel) {
        var open = connection;
        if (open == null) {
            return;
        }
        try {
            open.async()
                    .subscribe(channel)
                    .whenComplete((_, failure) -> {
                        if (failure != null) {
                            retry();
                        }
                    });
        } catch (RedisException e) {
            retry();
        }
    }

    synchronized void remove(String channel, BrokerListener listener) {
        if (listeners.removeLast(channel, listener)) {
            unsubscribe(channel);
        }
    }

    /** Redis says that it brings a channel. After an outage that may be one nobody wants now. */
    private synchronized void subscribed(String channel) {
        if (!listeners.haveAnyOf(channel)) {
            unsubscribe(channel);
        }
    }

    private void unsubscribe(String channel) {
        var open = connection;
        if (open != null) {
            try {
                var _ = open.async().unsubscribe(channel);
            } catch (RedisException e) {
                log.debug("Will unsubscribe when Redis is back: {}", e.getMessage());
            }
        }
    }

    boolean isConnected() {
        var open = connection;
        return open != null && open.isOpen();
    }

    @Override
    public void onRedisConnected(RedisChannelHandler<?, ?> handler, SocketAddress address) {
        if (!worker.isShutdown()) {
            worker.execute(this::subscribeToAll);
        }
    }

    private void retry() {
        if (!worker.isShutdown()) {
            var _ = worker.schedule(this::subscribeToAll, RETRY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void subscribeToAll() {
        try {
            var open = connected();
            List<String> wanted = listeners.channels();
            for (int from = 0; from < wanted.size(); from += CHANNELS_AT_ONCE) {
                int to = Math.min(wanted.size(), from + CHANNELS_AT_ONCE);
                String[] some = wanted.subList(from, to).toArray(String[]::new);
                open.async().subscribe(some).get(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
            }
            outage = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | ExecutionException | TimeoutException e) {
            if (!outage) {
                outage = true;
                log.warn("Not listening to Redis, trying until it works: {}", e.getMessage());
            }
            retry();
        }
    }

    private StatefulRedisPubSubConnection<String, String> connected() {
        var open = connection;
        if (open == null) {
            open = client.connectPubSub(StringCodec.UTF8);
            open.addListener(new RedisArrivals(listeners, this::subscribed));
            open.addListener(this);
            connection = open;
        }
        return open;
    }

    @Override
    public void close() {
        worker.shutdownNow();
        var open = connection;
        if (open != null && open.isOpen()) {
            open.close();
        }
    }
}
