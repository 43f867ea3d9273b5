package io.github.simplechat.query.rebuild;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Clears away what queries that had already begun may still be reading: a while later. */
final class Retirement implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Retirement.class);

    private final Set<Runnable> pending = ConcurrentHashMap.newKeySet();
    private final Duration delay;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("projection-retirement").factory());

    Retirement(Duration delay) {
        this.delay = delay;
    }

    void later(Runnable clearing) {
        pending.add(clearing);
        var _ = timer.schedule(() -> clear(clearing), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void clear(Runnable clearing) {
        if (pending.remove(clearing)) {
            try {
                clearing.run();
            } catch (RuntimeException e) {
                log.warn("An old generation could not be removed; its collections remain", e);
            }
        }
    }

    /** Clears at once what is still to be cleared: nobody reads any more. */
    @Override
    public void close() {
        timer.shutdownNow();
        pending.forEach(this::clear);
    }
}
