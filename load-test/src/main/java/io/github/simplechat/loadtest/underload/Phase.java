package io.github.simplechat.loadtest.underload;

import io.github.simplechat.loadtest.bench.Medians;
import io.github.simplechat.loadtest.underload.Asked.Outcome;
import java.util.Collection;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What was asked between two moments. Pure.
 *
 * @param name what happened meanwhile
 * @param from the first moment at which a question of it was due
 * @param to the first moment after it
 * @param asked the questions that were due between
 */
record Phase(String name, long from, long to, List<Asked> asked) {

    private static final double NANOS_PER_MILLI = 1e6;

    /** Those of a run that were due between two moments. */
    static Phase of(String name, long from, long to, Collection<Asked> run) {
        return new Phase(
                name,
                from,
                to,
                run.stream().filter(one -> one.due() - from >= 0 && one.due() - to < 0).toList());
    }

    long count(Outcome outcome) {
        return asked.stream().filter(one -> one.outcome() == outcome).count();
    }

    /** What that share of the questions took at the most, in milliseconds; NaN of none. */
    double millis(double share) {
        return millis(asked, share);
    }

    /** The same of one kind. */
    double millis(String kind, double share) {
        return millis(asked.stream().filter(one -> one.kind().equals(kind)).toList(), share);
    }

    private static double millis(List<Asked> some, double share) {
        if (some.isEmpty()) {
            return Double.NaN;
        }
        long[] sorted = some.stream().mapToLong(Asked::nanos).sorted().toArray();
        int place = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.clamp(place, 0, sorted.length - 1)] / NANOS_PER_MILLI;
    }

    /** The same figure of each of its whole windows of that length; of all when it is shorter. */
    double[] windows(long nanos, double share) {
        long windows = (to - from) / nanos;
        return windows == 0
                ? new double[] {millis(share)}
                : LongStream.range(0, windows)
                        .mapToObj(n -> of(name, from + n * nanos, from + (n + 1) * nanos, asked))
                        .mapToDouble(window -> window.millis(share))
                        .toArray();
    }

    /** The median of those. */
    double median(long nanos, double share) {
        return Medians.of(windows(nanos, share));
    }

    double seconds() {
        return (to - from) / 1e9;
    }
}
