package io.github.simplechat.relay.broker.redis;

import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.cluster.models.partitions.Partitions;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Which node of a Redis Cluster has a channel, as far as is known here. The truth is what the nodes
 * say: one that does not have a channel refuses it, and then it is time to look again.
 */
final class ClusterSlots {

    private static final long ANSWER_MILLIS = 5_000;

    private final RedisClusterClient client;
    private volatile @Nullable Partitions known;

    ClusterSlots(RedisClusterClient client) {
        this.client = client;
    }

    /** Asks the nodes who has what. Whoever shares the client knows it then too. */
    void refresh() throws InterruptedException, ExecutionException, TimeoutException {
        client.refreshPartitionsAsync()
                .toCompletableFuture()
                .get(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
        known = client.getPartitions();
    }

    /** The node that has the channel, null when none is known to have it. */
    @Nullable RedisClusterNode owner(String channel) {
        Partitions partitions = known;
        return partitions == null ? null : partitions.getPartitionBySlot(SlotHash.getSlot(channel));
    }

    /** The nodes that have slots. */
    List<RedisClusterNode> owners() {
        Partitions partitions = known;
        return partitions == null
                ? List.of()
                : partitions.stream().filter(ClusterSlots::hasSlots).toList();
    }

    private static boolean hasSlots(RedisClusterNode node) {
        return node.getRole().isUpstream() && !node.getSlots().isEmpty();
    }
}
