package io.github.simplechat.loadtest.removal;

import io.github.simplechat.loadtest.proof.Report;
import io.github.simplechat.loadtest.proof.Tally;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.HdrHistogram.Histogram;

/** All races of a run together, and whether they are a proof. */
final class Races {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double P99 = 99;
    private static final double MEDIAN = 50;

    /** A membership that has ended must have no effect on any node after this. */
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final Map<When, Histogram> delays = new EnumMap<>(When.class);
    private Histogram newest = new Histogram(3);
    private int races;
    private long frames;
    private long past;
    private long refused;
    private long took;
    private Tally tally = Tally.CLEAN;

    /** What there was besides them. */
    enum When {
        /** The nodes had just started. */
        COLD,
        /** Nothing. */
        WARM,
        /** The node that publishes was killed in the middle of them. */
        KILLED
    }

    Races() {
        for (When when : When.values()) {
            delays.put(when, new Histogram(3));
        }
    }

    /** Adds some. */
    void add(Wave.Outcome some, When when) {
        races += some.races();
        frames += some.frames();
        past += some.past();
        refused += some.refused();
        tally = tally.plus(some.tally());
        newest = some.delays();
        delays(when).add(newest);
    }

    /** So many nodes have begun to publish after they served. */
    void took(long nodes) {
        took = nodes;
    }

    private Histogram delays(When when) {
        return Objects.requireNonNull(delays.get(when));
    }

    /** A line that tells how far it has come, and how the newest went. */
    String describe() {
        return "%,d races, %,d frames; last frame %s".formatted(races, frames, after(newest));
    }

    /** Prints what was found; true if it is what it had to be. */
    boolean report(Report report) {
        report.check(
                "logs",
                "%,d races, %,d frames, %,d who came too late were refused"
                        .formatted(races, frames, refused),
                frames > 0 ? tally : Tally.wrong("nobody was shown anything"));
        report.check(
                "past the end",
                "%,d frames".formatted(past),
                past == 0 ? Tally.CLEAN : Tally.wrong("frames were sent past the end"));
        report.figure("just started", "last frame " + after(delays(When.COLD)));
        judge(report, "warm", When.WARM);
        judge(report, "killed", When.KILLED);
        report.check(
                "publisher",
                "taken over by %d".formatted(took),
                took > 0 ? Tally.CLEAN : Tally.wrong("no other node has taken over"));
        return report.verdict();
    }

    private void judge(Report report, String name, When when) {
        report.check(name, "last frame " + after(delays(when)), inTime(delays(when)));
    }

    private static String after(Histogram delays) {
        return "p50 %,.1f ms, p99 %,.1f ms, longest %,.1f ms after the end was acknowledged"
                .formatted(
                        delays.getValueAtPercentile(MEDIAN) / NANOS_PER_MILLI,
                        delays.getValueAtPercentile(P99) / NANOS_PER_MILLI,
                        delays.getMaxValue() / NANOS_PER_MILLI);
    }

    private static Tally inTime(Histogram delays) {
        if (delays.getTotalCount() == 0) {
            return Tally.wrong("nothing was measured");
        }
        return delays.getMaxValue() <= LONGEST.toNanos()
                ? Tally.CLEAN
                : Tally.wrong("later than a second");
    }
}
