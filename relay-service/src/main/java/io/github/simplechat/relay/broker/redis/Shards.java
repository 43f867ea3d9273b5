package io.github.simplechat.relay.broker.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The nodes of a Redis Cluster that this node is connected to, one {@link Shard} for each. */
final class Shards {

    private final Map<String, Shard> open = new ConcurrentHashMap<>();
    private final RedisClient client;
    private final Shard.Ear ear;

    /**
     * No nodes yet.
     *
     * @param client makes connections that end when they break
     */
    Shards(RedisClient client, Shard.Ear ear) {
        this.client = client;
        this.ear = ear;
    }

    /** Connects to those of the nodes that it is not connected to, all at the same time. */
    CompletableFuture<Void> connect(List<RedisClusterNode> nodes) {
        CompletableFuture<?>[] connecting =
                nodes.stream()
                        .filter(node -> !open.containsKey(node.getNodeId()))
                        .map(this::connect)
                        .toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(connecting);
    }

    private CompletableFuture<Void> connect(RedisClusterNode node) {
        return Shard.open(client, node.getNodeId(), node.getUri(), ear).thenAccept(this::add);
    }

    private void add(Shard shard) {
        open.put(shard.nodeId(), shard);
        if (!shard.isOpen()) { // it broke before anybody could be told
            ear.broken(shard);
        }
    }

    /** The connection to a node, null when there is none that works. */
    @Nullable Shard at(@Nullable RedisClusterNode node) {
        Shard shard = node == null ? null : open.get(node.getNodeId());
        return shard != null && shard.isOpen() ? shard : null;
    }

    boolean isAnyOpen() {
        return open.values().stream().anyMatch(Shard::isOpen);
    }

    void check() {
        open.values().forEach(Shard::check);
    }

    /** Gives up a connection. False when that was done before. */
    boolean drop(Shard shard) {
        boolean dropped = open.remove(shard.nodeId(), shard);
        if (dropped) {
            var _ = shard.close();
        }
        return dropped;
    }

    /** Gives up the connections to nodes that are neither among these nor used. */
    void retain(List<RedisClusterNode> nodes, Collection<Shard> used) {
        Set<String> kept =
                nodes.stream().map(RedisClusterNode::getNodeId).collect(Collectors.toSet());
        List.copyOf(open.values()).stream()
                .filter(shard -> !kept.contains(shard.nodeId()) && !used.contains(shard))
                .forEach(this::drop);
    }

    /** Ends all connections. */
    CompletableFuture<Void> close() {
        List<Shard> all = List.copyOf(open.values());
        open.clear();
        return CompletableFuture.allOf(
                all.stream().map(Shard::close).toArray(CompletableFuture<?>[]::new));
    }
}
