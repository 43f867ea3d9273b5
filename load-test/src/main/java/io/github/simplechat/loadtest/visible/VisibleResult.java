package io.github.simplechat.loadtest.visible;

import io.github.simplechat.loadtest.bench.Medians;
import io.github.simplechat.loadtest.bench.Table;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Medians over the rounds of each side.
 *
 * @param sides the rounds of each, in the order of {@link #NAMES}
 */
record VisibleResult(List<List<Delays>> sides) {

    static final List<String> NAMES =
            List.of("ours, document", "stock Axon, document", "ours, GET with minVersion");

    private static final double TIMES_STOCK = 30;

    String describe() {
        Table table =
                new Table(
                        "commit to visible",
                        "p50",
                        "p99",
                        "p99.9",
                        "from when it was due: p50",
                        "p99");
        for (int side = 0; side < sides.size(); side++) {
            table.row(
                    NAMES.get(side),
                    median(side, delays -> delays.fromCommit(50)),
                    median(side, delays -> delays.fromCommit(99)),
                    median(side, delays -> delays.fromCommit(99.9)),
                    median(side, delays -> delays.fromDue(50)),
                    median(side, delays -> delays.fromDue(99)));
        }
        return table
                + "%nstock Axon : ours, commit to document, median of the rounds: p50 %.1f (wanted: at least %.0f), p99 %.1f%n"
                        .formatted(times(50), TIMES_STOCK, times(99));
    }

    /** How many times longer stock Axon takes, round by round. */
    double times(double percentile) {
        return Medians.of(
                IntStream.range(0, sides.get(0).size())
                        .mapToDouble(round ->
                                sides.get(1).get(round).fromCommit(percentile)
                                        / sides.get(0).get(round).fromCommit(percentile))
                        .toArray());
    }

    private String median(int side, ToDoubleFunction<Delays> figure) {
        return "%,.1f ms".formatted(Medians.of(sides.get(side), figure));
    }
}
