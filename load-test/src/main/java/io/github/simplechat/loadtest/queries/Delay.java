package io.github.simplechat.loadtest.queries;

import org.HdrHistogram.Histogram;

/**
 * How long the requests of one round took, in milliseconds.
 *
 * @param p50 the median
 * @param p99 what one in a hundred exceeds
 */
record Delay(double p50, double p99) {

    private static final double NANOS_PER_MILLI = 1e6;

    static Delay of(Histogram nanos) {
        return new Delay(
                nanos.getValueAtPercentile(50) / NANOS_PER_MILLI,
                nanos.getValueAtPercentile(99) / NANOS_PER_MILLI);
    }
}
