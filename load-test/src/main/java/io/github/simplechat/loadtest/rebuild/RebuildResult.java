package io.github.simplechat.loadtest.rebuild;

import io.github.simplechat.loadtest.bench.Round;
import io.github.simplechat.loadtest.bench.Series;
import io.github.simplechat.loadtest.bench.Table;
import java.util.List;
import java.util.Optional;

/** The figures and what they are compared by, as far as they were measured. */
record RebuildResult(List<Series> series) {

    static final String OURS = "rebuild, no store";
    static final String OURS_PLAIN = "rebuild, no store, unsealed";
    static final String BARE = "bare reading";
    static final String BARE_PLAIN = "bare reading, unsealed";
    static final String AXON = "Axon, 1 segment";
    static final String AXON_DEFAULT = "Axon, 16 segments";
    static final String INSERTS = "bare bulk inserts";
    static final String INSERTS_2 = "bare bulk inserts, 2 writers";
    static final String OURS_1 = "rebuild, 1 worker";
    static final String OURS_2 = "rebuild, 2 workers";
    static final String OURS_4 = "rebuild, 4 workers";

    String describe() {
        Table rates = new Table("side", "events/s", "CPU µs/event", "each round, events/s");
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
        Table ratios = new Table("ratio, median of the rounds", "events/s", "CPU/event", "wanted");
        ratio(ratios, OURS, BARE, "at least 0.5");
        ratio(ratios, OURS_PLAIN, BARE_PLAIN, "at least 0.5");
        ratio(ratios, OURS, AXON, "at least 2");
        ratio(ratios, OURS, AXON_DEFAULT, "at least 4");
        ratio(ratios, OURS_2, INSERTS, "at least 0.8");
        ratio(ratios, OURS_2, INSERTS_2, "at least 0.8");
        ratio(ratios, OURS_2, OURS_1, "at least 1");
        ratio(ratios, OURS_4, OURS_2, "at least 1");
        return rates + "\n" + ratios;
    }

    private void ratio(Table table, String of, String to, String wanted) {
        Optional<Series> one = side(of);
        Optional<Series> other = side(to);
        if (one.isPresent() && other.isPresent()) {
            table.row(
                    of + " : " + to,
                    "%.2f".formatted(one.get().ratio(other.get(), Round::perSecond)),
                    "%.2f".formatted(one.get().ratio(other.get(), Round::cpuPerOperation)),
                    wanted);
        }
    }

    private Optional<Series> side(String name) {
        return series.stream().filter(one -> one.name().equals(name)).findFirst();
    }
}
