package io.github.simplechat.loadtest.underload;

import io.github.simplechat.loadtest.api.ApiFailure;
import io.github.simplechat.loadtest.api.Rebuilds;
import io.github.simplechat.loadtest.bench.Table;
import io.github.simplechat.loadtest.progress.Progress;
import io.github.simplechat.loadtest.underload.Asked.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The first part: a rebuild while queries are asked.
 *
 * @param rate queries a second
 * @param quietSeconds how long they are asked before the rebuild and after it, each
 * @param warmUpSeconds how long they are asked before that
 */
record LoadPart(int rate, int quietSeconds, int warmUpSeconds, Progress progress) {

    /** The figures are also given of windows of this length. */
    private static final int WINDOW_SECONDS = 5;

    private static final int SCALE = 1_000;
    private static final double P50 = 0.5;
    private static final double P99 = 0.99;

    /**
     * What was found.
     *
     * @param text the figures
     * @param failures what is not as it must be
     */
    record Result(String text, List<String> failures) {}

    Result run(Stage stage, Consumer<String> trouble) {
        try (QueryLoad load = new QueryLoad(stage, rate, trouble)) {
            pass("warm-up", warmUpSeconds);
            long begun = System.nanoTime();
            pass("quiet", quietSeconds);
            long asked = System.nanoTime();
            Rebuilds.Status status = rebuild(stage.rebuilds());
            long served = System.nanoTime();
            pass("quiet again", quietSeconds);
            long ended = System.nanoTime();
            Collection<Asked> run = load.finish();
            Phase quiet = Phase.of("before", begun, asked, run);
            Phase rebuilding = Phase.of("during the rebuild", asked, served, run);
            Phase after = Phase.of("after", served, ended, run);
            Phase all = Phase.of("all", begun, ended, run);
            trouble.accept(
                    "p99 of each window of the rebuild: "
                            + Arrays.toString(
                                    rebuilding.windows(
                                            TimeUnit.SECONDS.toNanos(WINDOW_SECONDS), P99)));
            List<String> failures = new ArrayList<>(Verdict.load(quiet, rebuilding, after, all));
            if (!status.state().equals("done")) {
                failures.add("the rebuild under load ended as " + status.state());
            }
            return new Result(
                    describe(stage.content().messages(), List.of(quiet, rebuilding, after)),
                    failures);
        }
    }

    private void pass(String what, int seconds) {
        try (Progress.Task task = progress.begin(what + ", seconds", seconds)) {
            for (int i = 0; i < seconds; i++) {
                Stage.pause(TimeUnit.SECONDS.toMillis(1));
                task.step();
            }
        }
    }

    private Rebuilds.Status rebuild(Rebuilds rebuilds) {
        return rebuild(rebuilds, progress);
    }

    /** Asks for a rebuild of the timeline and waits for its end. */
    static Rebuilds.Status rebuild(Rebuilds rebuilds, Progress progress) {
        long deadline = System.nanoTime() + Stage.PATIENCE;
        Rebuilds.Ticket ticket = rebuilds.start("timeline");
        try (Progress.Task task = progress.begin("rebuild, thousandths", SCALE)) {
            while (true) {
                Rebuilds.Status status = rebuilds.status(ticket);
                task.at(Math.round(status.progress() * SCALE));
                if (!status.state().equals("running")) {
                    return status;
                }
                if (System.nanoTime() - deadline > 0) {
                    throw new ApiFailure("The rebuild was not ready in time.");
                }
                Stage.pause(250);
            }
        }
    }

    private String describe(long events, List<Phase> phases) {
        Table table =
                new Table(
                        "queries",
                        "seconds",
                        "answers",
                        "wrong",
                        "errors",
                        "p50",
                        "p99",
                        ": p99 before",
                        "median p99 of windows",
                        "windows from",
                        "to");
        Table kinds = new Table("query", "p50 before", "during", "p99 before", "during", "after");
        Phase quiet = phases.getFirst();
        for (Phase phase : phases) {
            double[] windows = phase.windows(TimeUnit.SECONDS.toNanos(WINDOW_SECONDS), P99);
            table.row(
                    phase.name(),
                    "%.1f".formatted(phase.seconds()),
                    "%,d".formatted(phase.asked().size()),
                    "%,d".formatted(phase.count(Outcome.WRONG)),
                    "%,d".formatted(phase.count(Outcome.ERROR)),
                    millis(phase.millis(P50)),
                    millis(phase.millis(P99)),
                    "%.2f".formatted(phase.millis(P99) / quiet.millis(P99)),
                    millis(phase.median(TimeUnit.SECONDS.toNanos(WINDOW_SECONDS), P99)),
                    millis(Arrays.stream(windows).min().orElse(Double.NaN)),
                    millis(Arrays.stream(windows).max().orElse(Double.NaN)));
        }
        quiet.asked().stream()
                .map(Asked::kind)
                .distinct()
                .sorted()
                .forEach(kind ->
                        kinds.row(
                                kind,
                                millis(quiet.millis(kind, P50)),
                                millis(phases.get(1).millis(kind, P50)),
                                millis(quiet.millis(kind, P99)),
                                millis(phases.get(1).millis(kind, P99)),
                                millis(phases.get(2).millis(kind, P99))));
        double seconds = phases.get(1).seconds();
        return "%,d messages rebuilt in %.1f s, %,.0f a second, while %d queries a second were asked%n%s%n%s"
                .formatted(events, seconds, events / seconds, rate, table, kinds);
    }

    private static String millis(double value) {
        return "%.1f ms".formatted(value);
    }
}
