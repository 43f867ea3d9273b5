package io.github.simplechat.relay.broker.redis;

import io.github.simplechat.relay.broker.BrokerListener;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.cluster.RedisClusterClient;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The channels of a Redis Cluster that this node listens to, each at the node that has its slot.
 * The listeners are what is wanted, {@code held} is what the nodes have agreed to bring; whatever
 * breaks a connection or moves a slot makes a difference between the two, and an upkeep removes it.
 * A channel that was moved is given up at the old node after the new one brings it.
 *
 * <p>What is wanted is changed before a node is told, because the answer may come before the call
 * returns, and both under one lock, so that the nodes hear of the changes in their order.
 */
final class ShardedSubscriptions implements Shard.Ear, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ShardedSubscriptions.class);
    private static final long ANSWER_MILLIS = 5_000;
    private static final int CHANNELS_AT_ONCE = 500;

    private final ChannelListeners listeners = new ChannelListeners();
    private final Map<String, Shard> held = new ConcurrentHashMap<>();
    private final AtomicBoolean inDoubt = new AtomicBoolean(true);
    private final ClusterSlots slots;
    private final Shards shards;
    private final Upkeep upkeep = new Upkeep(this::tend);
    private boolean outage;

    ShardedSubscriptions(RedisClusterClient cluster, RedisClient nodes) {
        this.slots = new ClusterSlots(cluster);
        this.shards = new Shards(nodes, this);
    }

    void start() {
        upkeep.start();
    }

    synchronized void add(String channel, BrokerListener listener) {
        listeners.add(channel, listener);
        var _ = subscribe(channel);
    }

    synchronized void remove(String channel, BrokerListener listener) {
        if (listeners.removeLast(channel, listener)) {
            Shard shard = held.remove(channel);
            if (shard != null) {
                var _ = shard.unsubscribe(channel);
            }
        }
    }

    /** Follows a slot that has moved; whatever else is wrong is for the upkeep. */
    private CompletableFuture<Void> subscribe(String channel) {
        return ask(channel)
                .exceptionallyCompose(refusal ->
                        slots.learn(refusal)
                                ? ask(channel)
                                : CompletableFuture.failedFuture(refusal))
                .whenComplete((_, failure) -> {
                    if (failure != null) {
                        doubt();
                    }
                });
    }

    private synchronized CompletableFuture<Void> ask(String channel) {
        if (!listeners.haveAnyOf(channel)) {
            return CompletableFuture.allOf();
        }
        Shard shard = at(channel);
        return shard == null
                ? CompletableFuture.failedFuture(noNode(channel))
                : shard.subscribe(channel);
    }

    /** Learns from a node's refusal where a channel is now. */
    boolean learn(Throwable refusal) {
        return slots.learn(refusal);
    }

    /** The node that brings and takes the messages of a channel, null when it is out of reach. */
    @Nullable Shard at(String channel) {
        return shards.at(slots.owner(channel));
    }

    static RedisException noNode(String channel) {
        return new RedisException("no node of the cluster is connected that has " + channel);
    }

    /** What is known of the cluster is wrong, or a connection is. */
    void doubt() {
        inDoubt.set(true);
        upkeep.soon();
    }

    @Override
    public void subscribed(Shard shard, String channel) {
        synchronized (this) {
            if (!listeners.haveAnyOf(channel)) {
                var _ = shard.unsubscribe(channel);
                return;
            }
            Shard before = held.put(channel, shard);
            if (before != null && before != shard) {
                var _ = before.unsubscribe(channel);
            }
        }
        listeners.resumed(channel);
    }

    /** One that was not asked for means that the slot has gone to another node. */
    @Override
    public void unsubscribed(Shard shard, String channel) {
        if (held.remove(channel, shard)) {
            var _ = subscribe(channel);
        }
    }

    @Override
    public void received(String channel, String text) {
        listeners.received(channel, text);
    }

    @Override
    public void broken(Shard shard) {
        if (shards.drop(shard)) {
            held.values().removeIf(shard::equals);
            doubt();
        }
    }

    private boolean tend() {
        try {
            shards.check();
            if (inDoubt.getAndSet(false)) {
                slots.refresh();
            }
            var connected = shards.connect(slots.owners());
            settle(connected);
            var subscribed = subscribeToMissing();
            shards.retain(slots.owners(), new HashSet<>(held.values()));
            connected.get(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
            subscribed.get(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
            if (outage) {
                outage = false;
                log.info("Listening to the Redis Cluster again");
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        } catch (RuntimeException | ExecutionException | TimeoutException e) {
            failed(e);
            return false;
        }
    }

    private void failed(Exception cause) {
        inDoubt.set(true);
        if (!outage) {
            outage = true;
            log.warn(
                    "Not listening to all of the Redis Cluster, trying until it works: {}",
                    root(cause).getMessage());
        }
    }

    private static Throwable root(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : root(cause);
    }

    /** In pieces, so that no node is kept long from bringing what others wait for. */
    private CompletableFuture<Void> subscribeToMissing() {
        List<CompletableFuture<Void>> answers = new ArrayList<>();
        List<List<String>> pieces =
                missing().stream().gather(Gatherers.windowFixed(CHANNELS_AT_ONCE)).toList();
        for (List<String> piece : pieces) {
            List<CompletableFuture<Void>> some = piece.stream().map(this::subscribe).toList();
            settle(all(some));
            answers.addAll(some);
        }
        return all(answers);
    }

    /** What is wanted and not held where it is believed to be. */
    private List<String> missing() {
        return listeners.channels().stream()
                .filter(channel -> {
                    Shard shard = at(channel);
                    return shard == null || held.get(channel) != shard;
                })
                .toList();
    }

    private static CompletableFuture<Void> all(List<CompletableFuture<Void>> futures) {
        return CompletableFuture.allOf(futures.toArray(CompletableFuture<?>[]::new));
    }

    /** Waits until it is known what comes of it. */
    private static void settle(CompletableFuture<Void> future) {
        try {
            future.get(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            log.debug("Will be tried again: {}", e.getMessage());
        }
    }

    /** Whether a node is connected for every channel that somebody listens to. */
    boolean isConnected() {
        return shards.isAnyOpen()
                && listeners.channels().stream().allMatch(channel -> at(channel) != null);
    }

    @Override
    public void close() {
        upkeep.close();
        settle(shards.close());
    }
}
