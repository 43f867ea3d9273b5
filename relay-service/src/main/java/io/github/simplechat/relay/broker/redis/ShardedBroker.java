package io.github.simplechat.relay.broker.redis;

import io.github.simplechat.api.relay.Feed;
import io.github.simplechat.api.relay.RelayMessage;
import io.github.simplechat.relay.broker.Broker;
import io.github.simplechat.relay.broker.BrokerListener;
import io.github.simplechat.relay.broker.BrokerUnavailable;
import io.github.simplechat.relay.broker.RelayMessageJson;
import io.lettuce.core.RedisClient;
import io.lettuce.core.cluster.RedisClusterClient;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The broker on the sharded pub/sub of a Redis Cluster, so that a message goes to one node and not
 * to all. A batch goes out in one write to each node. What can go out does, even when a node is
 * away: then the batch has failed, and comes again. The cluster may be away when this starts, and
 * at any time after.
 */
public final class ShardedBroker implements Broker, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ShardedBroker.class);
    private static final long ANSWER_MILLIS = 5_000;

    private final RedisClient nodes;
    private final ShardedSubscriptions subscriptions;

    /**
     * A broker that connects by itself.
     *
     * @param cluster knows which node has what; belongs to somebody else
     * @param nodes makes connections that end when they break; ends with this broker
     */
    public ShardedBroker(RedisClusterClient cluster, RedisClient nodes) {
        this.nodes = nodes;
        this.subscriptions = new ShardedSubscriptions(cluster, nodes);
        subscriptions.start();
    }

    @Override
    public void publish(List<RelayMessage> messages) {
        List<RelayMessage> moved = send(messages);
        if (!moved.isEmpty() && !send(moved).isEmpty()) {
            throw unavailable("its slots are being moved");
        }
    }

    /** Gives back those whose slot has gone to a node that is known now. */
    private List<RelayMessage> send(List<RelayMessage> messages) {
        List<CompletableFuture<Long>> sent = new ArrayList<>(messages.size());
        Set<Shard> used = new HashSet<>();
        for (RelayMessage message : messages) {
            String channel = Channels.of(message.feed());
            Shard shard = subscriptions.at(channel);
            if (shard == null) {
                sent.add(CompletableFuture.failedFuture(ShardedSubscriptions.noNode(channel)));
            } else {
                used.add(shard);
                sent.add(shard.publish(channel, RelayMessageJson.write(message)));
            }
        }
        used.forEach(Shard::flush);
        settle(CompletableFuture.allOf(sent.toArray(CompletableFuture<?>[]::new)));
        return moved(messages, sent);
    }

    private List<RelayMessage> moved(
            List<RelayMessage> messages, List<CompletableFuture<Long>> sent) {
        List<RelayMessage> moved = new ArrayList<>(0);
        for (int i = 0; i < sent.size(); i++) {
            CompletableFuture<Long> one = sent.get(i);
            if (!one.isDone()) {
                throw unavailable("no answer");
            }
            if (one.isCompletedExceptionally()) {
                if (!subscriptions.learn(one.exceptionNow())) {
                    throw unavailable(one.exceptionNow().getMessage());
                }
                moved.add(messages.get(i));
            }
        }
        return moved;
    }

    private static void settle(CompletableFuture<Void> sent) {
        try {
            sent.get(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            log.debug("Each message is looked at: {}", e.getMessage());
        }
    }

    private BrokerUnavailable unavailable(@Nullable String reason) {
        subscriptions.doubt();
        return new BrokerUnavailable("Redis did not take a batch: " + reason, null);
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
        nodes.shutdown(0, 2, TimeUnit.SECONDS);
    }
}
