package io.github.simplechat.relay.broker.redis;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * A thread that does one thing again: soon after somebody asked for it, later when that happens
 * often, until it succeeds, and every few seconds in any case.
 */
final class Upkeep implements AutoCloseable {

    private static final long FIRST_MILLIS = 10;
    private static final long LONGEST_MILLIS = 1_000;
    private static final long ROUND_MILLIS = 5_000;

    private final ScheduledThreadPoolExecutor thread =
            new ScheduledThreadPoolExecutor(
                    1,
                    Thread.ofPlatform().daemon().name("relay-redis").factory(),
                    new ThreadPoolExecutor.DiscardPolicy());
    private final AtomicBoolean asked = new AtomicBoolean();
    private final BooleanSupplier task;
    private volatile long pause = FIRST_MILLIS;
    private int rounds;

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
                        this::now, ROUND_MILLIS, ROUND_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Asks for it. Returns at once. */
    void soon() {
        if (asked.compareAndSet(false, true)) {
            var _ = thread.schedule(this::round, pause, TimeUnit.MILLISECONDS);
        }
    }

    private void now() {
        if (rounds == 0) { // nobody has asked since the last time
            pause = FIRST_MILLIS;
        }
        rounds = 0;
        attempt();
    }

    private void round() {
        asked.set(false);
        rounds++;
        pause = Math.min(pause * 2, LONGEST_MILLIS);
        attempt();
    }

    private void attempt() {
        if (!task.getAsBoolean()) {
            soon();
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
