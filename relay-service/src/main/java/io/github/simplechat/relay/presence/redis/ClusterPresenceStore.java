package io.github.simplechat.relay.presence.redis;

import io.github.simplechat.relay.presence.PresenceStore;
import io.github.simplechat.relay.presence.PresenceUnavailable;
import io.lettuce.core.KeyValue;
import io.lettuce.core.RedisException;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.api.async.RedisAdvancedClusterAsyncCommands;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The keys of {@link RedisPresenceStore} on a Redis Cluster, where each lies in a slot of its own:
 * written and read without waiting in between, each at the node that has it, with {@code MGET} for
 * those in one slot.
 */
public final class ClusterPresenceStore implements PresenceStore, AutoCloseable {

    private static final int PIECE = 1_000;
    private static final long ANSWER_MILLIS = 5_000;

    private final RedisClusterClient cluster;
    private @Nullable StatefulRedisClusterConnection<String, String> connection;

    /** Presence in a cluster, to which it connects when it is used first. */
    public ClusterPresenceStore(RedisClusterClient cluster) {
        this.cluster = cluster;
    }

    private synchronized RedisAdvancedClusterAsyncCommands<String, String> commands() {
        var open = connection;
        if (open == null) {
            open = cluster.connect();
            connection = open;
        }
        return open.async();
    }

    private static Stream<List<UUID>> pieces(Collection<UUID> people) {
        return people.stream().gather(Gatherers.windowFixed(PIECE));
    }

    @Override
    public void here(Collection<UUID> people, Duration holds) {
        pieces(people).forEach(piece -> say(piece, holds.toMillis()));
    }

    private void say(List<UUID> people, long millis) {
        try {
            var commands = commands();
            CompletableFuture<?>[] said =
                    people.stream()
                            .map(person ->
                                    commands.psetex(
                                                    RedisPresenceStore.key(person),
                                                    millis,
                                                    RedisPresenceStore.HERE)
                                            .toCompletableFuture())
                            .toArray(CompletableFuture<?>[]::new);
            answer(CompletableFuture.allOf(said));
        } catch (RedisException e) {
            throw unavailable(e);
        }
    }

    @Override
    public Set<UUID> whoIsHere(Collection<UUID> people) {
        Set<UUID> here = new HashSet<>();
        pieces(people).forEach(piece -> here.addAll(ask(piece)));
        return here;
    }

    private List<UUID> ask(List<UUID> people) {
        try {
            String[] keys = people.stream().map(RedisPresenceStore::key).toArray(String[]::new);
            return answer(commands().mget(keys)).stream()
                    .filter(KeyValue::hasValue)
                    .map(found -> RedisPresenceStore.person(found.getKey()))
                    .toList();
        } catch (RedisException e) {
            throw unavailable(e);
        }
    }

    private static <T> T answer(CompletionStage<T> asked) {
        try {
            return asked.toCompletableFuture().get(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(e);
        } catch (ExecutionException e) {
            throw unavailable(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw unavailable(e);
        }
    }

    private static PresenceUnavailable unavailable(Throwable cause) {
        return new PresenceUnavailable(
                "Redis does not tell who is here: " + cause.getMessage(), cause);
    }

    @Override
    public synchronized void close() {
        if (connection != null) {
            connection.close();
        }
    }
}
