package io.github.simplechat.query.rebuild;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Clears away what queries that had already begun may still be reading: a while later. */
final class Retirement implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Retirement.class);

    private final Set<Runnable> pending = ConcurrentHashMap.newKeySet();
    private final Duration delay;
    private final ScheduledThreadPoolExecutor timer =
            new ScheduledThreadPoolExecutor(
                    1, Thread.ofPlatform().daemon().name("projection-retirement").factory());

    Retirement(Duration delay) {
        this.delay = delay;
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
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

    /**
     * Clears at once what is still to be cleared: nobody reads any more. What is being cleared is
     * not interrupted.
     */
    @Override
    public void close() {
        timer.shutdown();
        pending.forEach(this::clear);
    }
}
