package io.github.simplechat.loadtest.fanout;

import io.github.simplechat.loadtest.bench.Medians;
import io.github.simplechat.loadtest.bench.Table;
import io.github.simplechat.loadtest.fanout.Idleness.Need;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What connections cost each server that only exist. */
record IdlenessReport(List<Peer> peers, URI api, int connections, int seconds, int rounds)
        implements Report {

    @Override
    public Table measure() {
        Table table =
                new Table(
                        "server",
                        "resident bytes for each",
                        "CPU for each, a second",
                        "bytes by round");
        needs().forEach((peer, all) ->
                table.row(
                        peer.name(),
                        "%,.0f".formatted(Medians.of(all, Need::bytes)),
                        "%.3f µs".formatted(Medians.of(all, Need::cpuMicrosPerSecond)),
                        all.stream()
                                .map(need -> "%,.0f".formatted(need.bytes()))
                                .toList()
                                .toString()));
        return table;
    }

    private Map<Peer, List<Need>> needs() {
        Map<Peer, List<Need>> needs = new LinkedHashMap<>();
        for (Peer peer : peers) {
            Idleness idleness = new Idleness(peer, Stage.set(api, 1));
            List<Need> all = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                all.add(idleness.of(connections, Duration.ofSeconds(seconds)));
                System.err.printf("%s %s%n", peer.name(), all.getLast());
            }
            needs.put(peer, all);
        }
        return needs;
    }

    @Override
    public String headline() {
        return "%,d idle connections, %d s, medians of %d rounds"
                .formatted(connections, seconds, rounds);
    }
}
