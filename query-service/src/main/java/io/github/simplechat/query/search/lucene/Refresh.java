package io.github.simplechat.query.search.lucene;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.lucene.search.SearcherManager;

/**
 * Lets searchers see what was written, soon. That costs, so after each time it rests for ten times
 * as long as it took, and what is written meanwhile is seen together. Thread-safe.
 */
final class Refresh {

    private static final int REST = 10;
    private static final Duration SHORTEST_REST = Duration.ofMillis(10);

    private final SearcherManager searchers;
    private final ScheduledExecutorService executor;
    private final Consumer<Exception> failures;
    private final AtomicBoolean planned = new AtomicBoolean();
    private volatile long rest;

    Refresh(
            SearcherManager searchers,
            ScheduledExecutorService executor,
            Consumer<Exception> failures) {
        this.searchers = searchers;
        this.executor = executor;
        this.failures = failures;
    }

    /** Something was written and is to be seen. */
    void soon() {
        if (planned.compareAndSet(false, true)) {
            var _ = executor.schedule(this::refresh, rest, TimeUnit.NANOSECONDS);
        }
    }

    private void refresh() {
        planned.set(false);
        long began = System.nanoTime();
        try {
            searchers.maybeRefreshBlocking(); // one that is under way may have begun too early
        } catch (IOException | RuntimeException e) {
            failures.accept(e);
        }
        long took = System.nanoTime() - began;
        rest = Math.max(SHORTEST_REST.toNanos(), took * REST);
    }
}
