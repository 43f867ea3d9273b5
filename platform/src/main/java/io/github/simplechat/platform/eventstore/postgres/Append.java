package io.github.simplechat.platform.eventstore.postgres;

import io.github.simplechat.platform.eventstore.ClaimedRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What one unit of work adds to the store: all of it or nothing.
 *
 * @param rows its events, each as a {@link CopyRow}
 * @param requests the requests with an idempotency key that it answers
 * @param durable completed once it is committed, or with what kept it from being
 */
record Append(List<byte[]> rows, List<ClaimedRequest> requests, CompletableFuture<Void> durable) {

    Append(List<byte[]> rows, List<ClaimedRequest> requests) {
        this(rows, requests, new CompletableFuture<>());
    }
}
