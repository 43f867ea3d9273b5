package io.github.simplechat.loadtest.visible;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** How long messages took to become visible. Thread-safe. */
final class Delays {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final int DIGITS = 3;

    private final Histogram fromDue = new ConcurrentHistogram(DIGITS);
    private final Histogram fromCommit = new ConcurrentHistogram(DIGITS);

    /**
     * One message, in nanoseconds.
     *
     * @param sinceDue since it was due to be sent
     * @param sinceCommit since its sender was told that it is durable; a moment before that is zero
     */
    void add(long sinceDue, long sinceCommit) {
        fromDue.recordValue(sinceDue);
        fromCommit.recordValue(Math.max(0, sinceCommit));
    }

    /** Milliseconds from when messages were due. */
    double fromDue(double percentile) {
        return fromDue.getValueAtPercentile(percentile) / NANOS_PER_MILLI;
    }

    /** Milliseconds from when messages were durable. */
    double fromCommit(double percentile) {
        return fromCommit.getValueAtPercentile(percentile) / NANOS_PER_MILLI;
    }

    /** How many messages. */
    long count() {
        return fromDue.getTotalCount();
    }
}
