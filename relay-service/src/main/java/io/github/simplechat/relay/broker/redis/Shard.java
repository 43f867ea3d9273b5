package io.github.simplechat.relay.broker.redis;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * The two connections to one node of a Redis Cluster: one that listens and one that publishes. They
 * live and end together, and never come back by themselves, because the node's channels may be
 * elsewhere by then.
 */
final class Shard extends RedisPubSubAdapter<String, String>
        implements RedisConnectionStateListener {

    /** Hears what a node says, on the network's threads. */
    interface Ear {

        /** The node has begun to bring a channel. */
        void subscribed(Shard shard, String channel);

        /** The node has stopped bringing a channel, asked to or because it has it no more. */
        void unsubscribed(Shard shard, String channel);

        /** The node has brought a message. */
        void received(String channel, String text);

        /** The node cannot be heard any more. May be said more than once. */
        void broken(Shard shard);
    }

    private final String nodeId;
    private final StatefulRedisConnection<String, String> out;
    private final StatefulRedisPubSubConnection<String, String> in;
    private final Ear ear;

    private Shard(
            String nodeId,
            StatefulRedisConnection<String, String> out,
            StatefulRedisPubSubConnection<String, String> in,
            Ear ear) {
        this.nodeId = nodeId;
        this.out = out;
        this.in = in;
        this.ear = ear;
        out.setAutoFlushCommands(false); // a batch goes out as one write
        in.addListener((RedisPubSubAdapter<String, String>) this);
        in.addListener((RedisConnectionStateListener) this);
        out.addListener((RedisConnectionStateListener) this);
    }

    /** Connects to a node. */
    static CompletableFuture<Shard> open(RedisClient client, String nodeId, RedisURI at, Ear ear) {
        var out = client.connectAsync(StringCodec.UTF8, at).toCompletableFuture();
        var in = client.connectPubSubAsync(StringCodec.UTF8, at).toCompletableFuture();
        return out.thenCombine(in, (one, other) -> new Shard(nodeId, one, other, ear))
                .whenComplete((_, failure) -> {
                    if (failure != null) {
                        var _ = out.thenCompose(StatefulRedisConnection::closeAsync);
                        var _ = in.thenCompose(StatefulRedisPubSubConnection::closeAsync);
                    }
                });
    }

    String nodeId() {
        return nodeId;
    }

    boolean isOpen() {
        return out.isOpen() && in.isOpen();
    }

    /** Writes a message, which goes out with {@link #flush()}. */
    CompletableFuture<Long> publish(String channel, String text) {
        return asking(() -> out.async().spublish(channel, text));
    }

    void flush() {
        out.flushCommands();
    }

    /** Asks for a channel; fails when the node does not have it. */
    CompletableFuture<Void> subscribe(String channel) {
        return asking(() -> in.async().ssubscribe(channel));
    }

    CompletableFuture<Void> unsubscribe(String channel) {
        return asking(() -> in.async().sunsubscribe(channel));
    }

    private static <T> CompletableFuture<T> asking(Supplier<RedisFuture<T>> command) {
        try {
            return command.get().toCompletableFuture();
        } catch (RedisException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Finds out whether the node still answers. A machine that is gone does not say so. */
    void check() {
        var listening = asking(() -> in.async().ping());
        var publishing = asking(() -> out.async().ping());
        flush();
        var _ =
                listening
                        .thenCombine(publishing, (_, _) -> nodeId)
                        .whenComplete((_, failure) -> {
                            if (failure != null) {
                                ear.broken(this);
                            }
                        });
    }

    @Override
    public void smessage(String channel, String text) {
        ear.received(channel, text);
    }

    @Override
    public void ssubscribed(String channel, long count) {
        ear.subscribed(this, channel);
    }

    @Override
    public void sunsubscribed(String channel, long count) {
        ear.unsubscribed(this, channel);
    }

    @Override
    public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
        ear.broken(this);
    }

    CompletableFuture<Void> close() {
        return CompletableFuture.allOf(in.closeAsync(), out.closeAsync());
    }
}
