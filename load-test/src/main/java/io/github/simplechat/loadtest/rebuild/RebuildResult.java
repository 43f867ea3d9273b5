package io.github.simplechat.loadtest.rebuild;

import io.github.simplechat.loadtest.bench.Comparison;
import io.github.simplechat.loadtest.bench.Series;
import io.github.simplechat.loadtest.bench.Table;
import java.util.List;

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
        Comparison events = new Comparison("event", series);
        Table ratios = events.ratios();
        ratio(events, ratios, OURS, BARE, "at least 0.5");
        ratio(events, ratios, OURS_PLAIN, BARE_PLAIN, "at least 0.5");
        ratio(events, ratios, OURS, AXON, "at least 2");
        ratio(events, ratios, OURS, AXON_DEFAULT, "at least 4");
        ratio(events, ratios, OURS_2, INSERTS, "at least 0.8");
        ratio(events, ratios, OURS_2, INSERTS_2, "at least 0.8");
        ratio(events, ratios, OURS_2, OURS_1, "at least 1");
        ratio(events, ratios, OURS_4, OURS_2, "at least 1");
        return events.rates() + "\n" + ratios;
    }

    /** One part of the sides is measured at a time. */
    private static void ratio(
            Comparison events, Table ratios, String of, String to, String wanted) {
        if (events.has(of) && events.has(to)) {
            events.compare(ratios, of, to, wanted);
        }
    }
}
