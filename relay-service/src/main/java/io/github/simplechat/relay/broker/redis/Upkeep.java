package io.github.simplechat.relay.broker.redis;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * A thread that does one thing again: soon after somebody asked for it, with growing pauses until
 * it succeeds, and every few seconds in any case.
 */
final class Upkeep implements AutoCloseable {

    private static final long FIRST_MILLIS = 10;
    private static final long LONGEST_MILLIS = 1_000;
    private static final long ROUND_MILLIS = 5_000;

    private final ScheduledThreadPoolExecutor thread =
            new ScheduledThreadPoolExecutor(
                    1, Thread.ofPlatform().daemon().name("relay-redis").factory());
    private final AtomicBoolean asked = new AtomicBoolean();
    private final BooleanSupplier task;
    private volatile long pause = FIRST_MILLIS;

    /**
     * An upkeep that has not begun.
     *
     * @param task does it and tells whether it succeeded
     */
    Upkeep(BooleanSupplier task) {
        this.task = task;
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    void start() {
        soon();
        var _ =
                thread.scheduleWithFixedDelay(
                        this::soon, ROUND_MILLIS, ROUND_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Asks for it. Returns at once. */
    void soon() {
        if (!thread.isShutdown() && asked.compareAndSet(false, true)) {
            var _ = thread.schedule(this::round, pause, TimeUnit.MILLISECONDS);
        }
    }

    private void round() {
        asked.set(false);
        if (task.getAsBoolean()) {
            pause = FIRST_MILLIS;
        } else {
            pause = Math.min(pause * 2, LONGEST_MILLIS);
            soon();
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
