package io.github.simplechat.loadtest.baseline;

import org.HdrHistogram.Histogram;

/**
 * What one part measured. Times are milliseconds. The field names are those of the JSON file.
 *
 * @param loop {@code open} or {@code closed}
 * @param target messages a second asked for in open loop, callers in closed loop
 * @param seconds from the first send to the last answer
 * @param refused answered with 429
 * @param failed answered with another error, or not at all
 * @param post from the send to the answer; in open loop from when it was due
 * @param frame from the same moment to the frame at a listener
 * @param framesExpected accepted messages times their listeners
 */
public record BaselineResult(
        String loop,
        int target,
        int rooms,
        int senders,
        int listeners,
        double seconds,
        long accepted,
        long refused,
        long failed,
        double messagesPerSecond,
        Times post,
        Times frame,
        long framesExpected,
        long framesSeen) {

    private static final double NANOS_PER_MILLI = 1e6;

    /** Percentiles in milliseconds. */
    public record Times(long count, double p50, double p99, double p999, double max) {

        static Times of(Histogram nanos) {
            return new Times(
                    nanos.getTotalCount(),
                    nanos.getValueAtPercentile(50) / NANOS_PER_MILLI,
                    nanos.getValueAtPercentile(99) / NANOS_PER_MILLI,
                    nanos.getValueAtPercentile(99.9) / NANOS_PER_MILLI,
                    nanos.getMaxValue() / NANOS_PER_MILLI);
        }

        @Override
        public String toString() {
            return count == 0
                    ? "none measured"
                    : "p50 %.2f ms, p99 %.2f ms, p99.9 %.2f ms, max %.2f ms"
                            .formatted(p50, p99, p999, max);
        }
    }

    /** For a person, several lines. */
    String describe() {
        return """
        %s loop, %s, %d rooms, %d senders and %d listeners each
            messages       %,d accepted in %.1f s, %,.0f messages/s; %,d refused (429), %,d failed
            POST           %s
            POST to frame  %s
            frames         %,d of %,d
        """
                .formatted(
                        loop,
                        loop.equals("open") ? target + " messages/s" : target + " callers",
                        rooms,
                        senders,
                        listeners,
                        accepted,
                        seconds,
                        messagesPerSecond,
                        refused,
                        failed,
                        post,
                        frame,
                        framesSeen,
                        framesExpected);
    }
}
