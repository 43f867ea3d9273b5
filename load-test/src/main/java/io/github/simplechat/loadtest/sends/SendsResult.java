package io.github.simplechat.loadtest.sends;

import io.github.simplechat.loadtest.bench.Round;
import io.github.simplechat.loadtest.bench.Series;
import io.github.simplechat.loadtest.bench.Table;
import java.util.List;

/** The figures and what they are compared by. */
record SendsResult(List<Series> series) {

    static final String OURS = "ours";
    static final String OURS_AGAIN = "ours, again";
    static final String STOCK = "stock Axon";
    static final String BARE = "bare inserts";
    static final String HOT = "ours, one room";
    static final String STOCK_HOT = "stock Axon, one room";

    private static final double TIMES_STOCK = 5;
    private static final double OF_BARE = 0.5;
    private static final double OF_MANY_ROOMS = 0.8;
    private static final double SAME = 0.05;

    String describe() {
        Table rates = new Table("side", "sends/s", "CPU µs/send", "each round, sends/s");
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
        Table ratios = new Table("ratio, median of the rounds", "sends/s", "CPU/send", "wanted");
        ratio(ratios, OURS, STOCK, "at least " + TIMES_STOCK);
        ratio(ratios, OURS, BARE, "at least " + OF_BARE);
        ratio(ratios, HOT, OURS, "at least " + OF_MANY_ROOMS);
        ratio(ratios, STOCK_HOT, STOCK, "");
        ratio(ratios, HOT, STOCK_HOT, "");
        ratio(ratios, OURS_AGAIN, OURS, "1 ± " + SAME);
        return rates + "\n" + ratios;
    }

    private void ratio(Table table, String of, String to, String wanted) {
        table.row(
                of + " : " + to,
                "%.2f".formatted(side(of).ratio(side(to), Round::perSecond)),
                "%.2f".formatted(side(of).ratio(side(to), Round::cpuPerOperation)),
                wanted);
    }

    private Series side(String name) {
        return series.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }
}
