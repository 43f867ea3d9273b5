package io.github.simplechat.loadtest.bench;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Callers that each begin their next operation when the last one is done, on virtual threads.
 *
 * @param callers how many at once
 * @param seconds after which no further operation is begun
 * @param cpuMicros the processor time so far of all that is counted
 */
public record ClosedLoop(int callers, int seconds, LongSupplier cpuMicros) {

    /** What a caller does. */
    @FunctionalInterface
    public interface Operation {

        /**
         * Does it, and returns when it is done.
         *
         * @param caller which of the callers, from 0
         * @param number how often this caller has done it in this round, from 0
         */
        void run(int caller, long number);
    }

    /**
     * One round, until the last operation is done.
     *
     * @throws IllegalStateException if any of the operations fails; a benchmark has no failures
     */
    public Round run(Operation operation) {
        LongAdder done = new LongAdder();
        AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
        long cpuBefore = cpuMicros.getAsLong();
        long begun = System.nanoTime();
        long end = begun + TimeUnit.SECONDS.toNanos(seconds);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < callers; i++) {
                int caller = i;
                threads.execute(() -> {
                    try {
                        for (long n = 0;
                                System.nanoTime() - end < 0 && failure.get() == null;
                                n++) {
                            operation.run(caller, n);
                            done.increment();
                        }
                    } catch (RuntimeException e) {
                        failure.compareAndSet(null, e);
                    }
                });
            }
        }
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("An operation failed: " + failed.getMessage(), failed);
        }
        long nanos = System.nanoTime() - begun;
        return new Round(done.sum(), nanos, cpuMicros.getAsLong() - cpuBefore);
    }
}
