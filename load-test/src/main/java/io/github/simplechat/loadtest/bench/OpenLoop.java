package io.github.simplechat.loadtest.bench;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Operations that are due at fixed times, whether or not earlier ones are done; the time of each
 * counts from when it was due, so that a server that stalls shows.
 *
 * @param perSecond how many are due each second
 */
public record OpenLoop(int perSecond, int seconds) {

    private static final int DIGITS = 3;

    /** Nanoseconds from when each was due to when it was done. */
    public Histogram run(Runnable operation) {
        Histogram nanos = new ConcurrentHistogram(DIGITS);
        each(due -> {
            operation.run();
            nanos.recordValue(System.nanoTime() - due);
        });
        return nanos;
    }

    /** Does each, and tells it when it was due; returns when the last one is done. */
    public void each(LongConsumer operation) {
        eachWhile(() -> true, operation);
    }

    /** As above, until something says no, which is asked before each. */
    public void eachWhile(BooleanSupplier wanted, LongConsumer operation) {
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long n = 0; n < (long) perSecond * seconds && wanted.getAsBoolean(); n++) {
                long due = begun + n * TimeUnit.SECONDS.toNanos(1) / perSecond;
                for (long wait = due - System.nanoTime();
                        wait > 0;
                        wait = due - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                threads.execute(() -> operation.accept(due));
            }
        }
    }
}
