package io.github.simplechat.relay.gateway;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Reads something once for all who ask for it at the same time; they wait for the one who reads.
 * Thread-safe.
 */
final class Once<K, V> {

    private final Map<K, CompletableFuture<V>> reading = new ConcurrentHashMap<>();
    private final Function<K, V> read;

    Once(Function<K, V> read) {
        this.read = read;
    }

    /** What is read, begun at most a moment before this call. Fails as the reading fails. */
    V get(K key) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> others = reading.putIfAbsent(key, mine);
        if (others != null) {
            return join(others);
        }
        // Out of the map before it is complete: who asks after that reads anew.
        try {
            V result = read.apply(key);
            reading.remove(key);
            mine.complete(result);
        } catch (RuntimeException | Error e) {
            reading.remove(key);
            mine.completeExceptionally(e);
        }
        return join(mine);
    }

    private static <V> V join(CompletableFuture<V> result) {
        try {
            return result.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
