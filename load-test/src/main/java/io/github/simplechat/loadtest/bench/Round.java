package io.github.simplechat.loadtest.bench;

import java.util.concurrent.TimeUnit;

/**
 * What one side did in one round.
 *
 * @param operations how many it completed
 * @param nanos how long it took
 * @param cpuMicros the processor time of all its processes meanwhile
 */
public record Round(long operations, long nanos, long cpuMicros) {

    /** Operations a second. */
    public double perSecond() {
        return operations * (double) TimeUnit.SECONDS.toNanos(1) / Math.max(1, nanos);
    }

    /** Microseconds of processor time for each operation. */
    public double cpuPerOperation() {
        return cpuMicros / (double) Math.max(1, operations);
    }
}
