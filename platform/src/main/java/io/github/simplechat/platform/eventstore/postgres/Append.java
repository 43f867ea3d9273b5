package io.github.simplechat.platform.eventstore.postgres;

import io.github.simplechat.platform.eventstore.ClaimedRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What one command adds to the store: all of it or nothing.
 *
 * @param events rows of the event table, in the order of its insert
 * @param request the request that it answers, where it has an idempotency key
 * @param durable completed once it is committed, or with what kept it from being
 */
record Append(
        List<@Nullable Object[]> events,
        @Nullable ClaimedRequest request,
        CompletableFuture<Void> durable) {

    Append(List<@Nullable Object[]> events, @Nullable ClaimedRequest request) {
        this(events, request, new CompletableFuture<>());
    }
}
