package io.github.simplechat.loadtest.bench;

import java.util.List;

/**
 * Sides that were run in turn, and what they are to each other.
 *
 * @param operation what is counted, in the singular
 */
public record Comparison(String operation, List<Series> series) {

    /** What each side does in a second, and what that costs; medians of the rounds. */
    public Table rates() {
        Table rates =
                new Table(
                        "side",
                        operation + "s/s",
                        "CPU µs/" + operation,
                        "each round, " + operation + "s/s");
        for (Series side : series) {
            rates.row(
                    side.name(),
                    "%,.0f".formatted(side.median(Round::perSecond)),
                    "%.1f".formatted(side.median(Round::cpuPerOperation)),
                    String.join(
                            "  ",
                            side.rounds().stream()
                                    .map(round -> "%,.0f".formatted(round.perSecond()))
                                    .toList()));
        }
        return rates;
    }

    /** A table for {@link #compare}. */
    public Table ratios() {
        return new Table(
                "ratio, median of the rounds", operation + "s/s", "CPU/" + operation, "wanted");
    }

    /** Adds what one side is to another. */
    public void compare(Table ratios, String of, String to, String wanted) {
        ratios.row(
                of + " : " + to,
                "%.2f".formatted(side(of).ratio(side(to), Round::perSecond)),
                "%.2f".formatted(side(of).ratio(side(to), Round::cpuPerOperation)),
                wanted);
    }

    /** Whether a side was measured. */
    public boolean has(String name) {
        return series.stream().anyMatch(one -> one.name().equals(name));
    }

    private Series side(String name) {
        return series.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }
}
