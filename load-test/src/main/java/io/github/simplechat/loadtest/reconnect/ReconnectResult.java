package io.github.simplechat.loadtest.reconnect;

import io.github.simplechat.loadtest.bench.Medians;
import io.github.simplechat.loadtest.bench.Table;
import io.github.simplechat.loadtest.proof.Tally;
import io.github.simplechat.loadtest.reconnect.Reconnection.Cut;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Medians over the returns after each kind of cut, and what every one of them must hold.
 *
 * @param clients how many there are
 * @param rooms in how many rooms
 */
record ReconnectResult(int clients, int rooms, List<Return> returns) {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MOST_SECONDS = 20;

    /** Where a room stands, who is in it, and its last page, some of them again. */
    private static final double READS_PER_ROOM = 8;

    /** Each open room is compared with the store so often, whether or not somebody comes. */
    private static final double SWEEP_SECONDS = 5;

    String describe() {
        Table table =
                new Table(
                        "cut by",
                        "from the cut",
                        "from the return",
                        "each, p50",
                        "p99",
                        "missed by each, at least",
                        "said meanwhile",
                        "reads of the store",
                        "reads for each room",
                        "relay CPU for each client",
                        "shown");
        for (Cut cut : Cut.values()) {
            List<Return> some = returns.stream().filter(one -> one.cut() == cut).toList();
            if (!some.isEmpty()) {
                row(table, cut, some);
            }
        }
        return table.toString();
    }

    private void row(Table table, Cut cut, List<Return> some) {
        long shown = some.stream().mapToLong(Return::shown).sum();
        double reads = median(some, Return::reads);
        table.row(
                cut.name().toLowerCase(Locale.ROOT),
                "%.1f s".formatted(median(some, Return::fromCut)),
                "%.1f s".formatted(median(some, Return::fromReturn)),
                millis(some, 50),
                millis(some, 99),
                "%.0f".formatted(median(some, Return::leastMissed)),
                "%,.0f".formatted(median(some, Return::spoken)),
                "%,.0f".formatted(reads),
                "%.1f".formatted(reads / rooms),
                "%.0f µs".formatted(median(some, Return::micros) / clients),
                "%,d".formatted(shown));
    }

    private static String millis(List<Return> some, double percentile) {
        return "%,.0f ms"
                .formatted(
                        median(some, one -> one.each().getValueAtPercentile(percentile))
                                / NANOS_PER_MILLI);
    }

    private static double median(List<Return> some, ToDoubleFunction<Return> figure) {
        return Medians.of(some.stream().mapToDouble(figure).toArray());
    }

    /** What must hold and does not, a sentence each; empty when all is proved. */
    List<String> objections() {
        List<String> objections = new ArrayList<>();
        for (Return one : returns) {
            Tally tally = one.tally();
            if (!tally.clean()) {
                objections.add("what was shown is not what was said: " + tally.differences());
            }
            if (one.resumed() < clients) {
                objections.add(
                        "only %,d clients have seen what they had missed".formatted(one.resumed()));
            }
            if (one.leastMissed() < 1) {
                objections.add("somebody had missed nothing, so nothing was proved of them");
            }
            if (one.fromReturn() > MOST_SECONDS) {
                objections.add(
                        "it took %.1f s, more than %.0f".formatted(one.fromReturn(), MOST_SECONDS));
            }
            if (one.reads() > mostReads(one)) {
                objections.add(
                        "the relay read the event store %,d times, more than %,d"
                                .formatted(one.reads(), mostReads(one)));
            }
        }
        return objections;
    }

    /** By the rooms and the time, not by the clients. */
    private long mostReads(Return one) {
        return (long) (rooms * (READS_PER_ROOM + one.fromCut() / SWEEP_SECONDS));
    }

    /** The verdict, with the sum of what was lost, doubled and out of order. */
    String verdict() {
        Tally sum = returns.stream().map(Return::tally).reduce(Tally.CLEAN, Tally::plus);
        String counts =
                "%d lost, %d doubled, %d out of order"
                        .formatted(sum.lost(), sum.doubled(), sum.disordered());
        List<String> objections = objections();
        return objections.isEmpty()
                ? "PROOF: " + counts
                : "PROOF FAILED: %s; %s".formatted(counts, String.join("; ", objections));
    }
}
