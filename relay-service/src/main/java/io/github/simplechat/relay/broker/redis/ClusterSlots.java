package io.github.simplechat.relay.broker.redis;

import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.cluster.models.partitions.Partitions;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which node of a Redis Cluster has a channel, as far as is known here. The truth is what the nodes
 * say: one that does not have a channel refuses it, and then it is time to look again.
 */
final class ClusterSlots {

    private static final Pattern MOVED =
            Pattern.compile("MOVED (?<slot>\\d{1,5}) (?<host>\\S+):(?<port>\\d{1,5})");
    private static final long ANSWER_MILLIS = 5_000;

    private final RedisClusterClient client;
    private final Map<Integer, RedisClusterNode> moved = new ConcurrentHashMap<>();
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
        moved.clear();
    }

    /**
     * Learns from a node's refusal where a channel is now.
     *
     * @return false when the refusal does not tell, or names a node that is not known
     */
    boolean learn(Throwable refusal) {
        Matcher told = MOVED.matcher(String.valueOf(refusal.getMessage()));
        Partitions partitions = known;
        if (partitions == null || !told.matches()) {
            return false;
        }
        RedisClusterNode node =
                partitions.getPartition(told.group("host"), Integer.parseInt(told.group("port")));
        if (node != null) {
            moved.put(Integer.valueOf(told.group("slot")), node);
        }
        return node != null;
    }

    /** The node that has the channel, null when none is known to have it. */
    @Nullable RedisClusterNode owner(String channel) {
        Partitions partitions = known;
        if (partitions == null) {
            return null;
        }
        int slot = SlotHash.getSlot(channel);
        RedisClusterNode node = moved.get(slot);
        return node != null ? node : partitions.getPartitionBySlot(slot);
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
