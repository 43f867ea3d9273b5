package io.github.simplechat.loadtest.fanout;

import io.github.simplechat.loadtest.bench.Series;
import io.github.simplechat.loadtest.bench.Side;
import io.github.simplechat.loadtest.bench.Table;
import io.github.simplechat.loadtest.bench.Turns;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** What handing on costs each server, at once and at a steady rate. */
record HandingOnReport(List<Peer> peers, URI api, int redisPort, int listeners, int rounds)
        implements Report {

    private static final int WARM_UPS = 4;

    /** Ours compiles while it runs. */
    private static final int OUR_WARM_UPS = 25;

    @Override
    public Table measure() throws IOException {
        Table table = new Table("server", "CPU for each delivery", "deliveries a second");
        for (Series one : series()) {
            table.row(
                    one.name(),
                    "%.2f µs".formatted(one.median(round -> round.cpuPerOperation())),
                    "%,.0f".formatted(one.median(round -> round.perSecond())));
        }
        return table;
    }

    private List<Series> series() throws IOException {
        List<Side> sides = new ArrayList<>();
        try (Audience audience = new Audience();
                RedisPublisher redis = new RedisPublisher(redisPort)) {
            for (Peer peer : peers) {
                HandingOn handing =
                        new HandingOn(peer, Stage.set(api, 1), listeners, audience, redis);
                handing.warmUp(peer.isOurs() ? OUR_WARM_UPS : WARM_UPS);
                sides.add(handing.bursts());
                sides.add(handing.steady());
            }
            return Turns.run(rounds, sides, System.err::println);
        }
    }

    @Override
    public String headline() {
        return "%d listeners of one room, medians of %d rounds".formatted(listeners, rounds);
    }
}
