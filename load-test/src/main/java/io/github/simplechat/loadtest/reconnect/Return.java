package io.github.simplechat.loadtest.reconnect;

import io.github.simplechat.loadtest.proof.Tally;
import io.github.simplechat.loadtest.reconnect.Reconnection.Cut;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * How everybody came back once.
 *
 * @param resumed how many had seen what they had missed, in the end
 * @param fromCut seconds from the cut until the last of them had
 * @param fromReturn nanoseconds from when they all began to come back
 * @param each the same for each of them, in nanoseconds
 * @param leastMissed the least versions that any of them had missed when they began to come back
 * @param spoken how many messages were said between the cut and the end of it
 * @param reads how often the relay asked the event store for something of a room in that time
 * @param micros the relay's processor time since they began to come back
 * @param failures connections that were lost again or did not come about, and how often
 * @param shown how many versions all of them were shown since the round began
 * @param tally what everybody was shown, beside what was said
 */
record Return(
        Cut cut,
        int resumed,
        double fromCut,
        double fromReturn,
        Histogram each,
        long leastMissed,
        long spoken,
        long reads,
        long micros,
        Map<String, Integer> failures,
        long shown,
        Tally tally) {

    /** With what was found when nobody spoke any more. */
    Return and(long versions, Tally found) {
        return new Return(
                cut,
                resumed,
                fromCut,
                fromReturn,
                each,
                leastMissed,
                spoken,
                reads,
                micros,
                failures,
                versions,
                found);
    }

    /** A line that tells how it went. */
    String describe() {
        return "cut by %s: %,d clients resumed in %.1f s, %.1f s after they came back, %,d reads%s"
                .formatted(
                        cut.name().toLowerCase(Locale.ROOT),
                        resumed,
                        fromCut,
                        fromReturn,
                        reads,
                        failures.isEmpty() ? "" : ", " + failures);
    }
}
