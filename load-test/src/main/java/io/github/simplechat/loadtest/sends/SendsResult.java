package io.github.simplechat.loadtest.sends;

import io.github.simplechat.loadtest.bench.Comparison;
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
        Comparison sends = new Comparison("send", series);
        Table ratios = sends.ratios();
        sends.compare(ratios, OURS, STOCK, "at least " + TIMES_STOCK);
        sends.compare(ratios, OURS, BARE, "at least " + OF_BARE);
        sends.compare(ratios, HOT, OURS, "at least " + OF_MANY_ROOMS);
        sends.compare(ratios, STOCK_HOT, STOCK, "");
        sends.compare(ratios, HOT, STOCK_HOT, "");
        sends.compare(ratios, OURS_AGAIN, OURS, "1 ± " + SAME);
        return sends.rates() + "\n" + ratios;
    }
}
