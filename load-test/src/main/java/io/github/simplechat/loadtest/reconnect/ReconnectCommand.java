package io.github.simplechat.loadtest.reconnect;

import io.github.simplechat.loadtest.BadArguments;
import io.github.simplechat.loadtest.bench.Cores;
import io.github.simplechat.loadtest.bench.Machine;
import io.github.simplechat.loadtest.node.LiveSide;
import io.github.simplechat.loadtest.node.Relay;
import io.github.simplechat.loadtest.reconnect.Reconnection.Cut;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code chat-load reconnect}. */
@Command(
        name = "reconnect",
        description =
                "Cuts the connections of all clients of a relay at once while people go on speaking, and"
                        + " proves that each goes on exactly where it was.")
public final class ReconnectCommand implements Callable<Integer> {

    private static final int MOST = 15_000;

    @Option(names = "--clients", paramLabel = "N", description = "default ${DEFAULT-VALUE}")
    private int clients = 10_000;

    @Option(names = "--rooms", paramLabel = "N", description = "default ${DEFAULT-VALUE}")
    private int rooms = 100;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "messages a second, default ${DEFAULT-VALUE}")
    private int rate = 200;

    @Option(
            names = "--cut",
            description = "only by the ${COMPLETION-CANDIDATES}, default each in turn")
    private List<Cut> cuts = List.of(Cut.values());

    @Option(
            names = "--away",
            paramLabel = "N",
            description =
                    "seconds until clients that have cut themselves come back, default ${DEFAULT-VALUE}")
    private int away = 2;

    @Option(names = "--rounds", paramLabel = "N", description = "default ${DEFAULT-VALUE}")
    private int rounds = 5;

    @Option(
            names = "--aot",
            description = "starts the relay from an AOT cache, for which another one is run first")
    private boolean aot;

    @Override
    public Integer call() {
        if (clients > MOST || rooms < 1 || clients < rooms || clients % rooms != 0) {
            throw new BadArguments(
                    "--clients needs a number up to 15,000 that is a multiple of --rooms.");
        }
        if (rate < 1 || away < 1 || rounds < 1) {
            throw new BadArguments("All numbers must be 1 or more.");
        }
        String machine = Machine.describe();
        Cores.pin(1);
        List<Return> returns = new ArrayList<>();
        try (LiveSide live = LiveSide.start()) {
            Map<String, String> options = aot ? trained(live) : Map.of();
            try (Reconnection crowd = crowd(live, options)) {
                for (int round = 0; round < rounds; round++) {
                    for (Cut cut : cuts) {
                        returns.add(crowd.run(cut, Duration.ofSeconds(away)));
                        System.err.println(returns.getLast().describe());
                    }
                }
            }
            System.out.println(machine);
            System.out.println(live.durability());
        }
        ReconnectResult result = new ReconnectResult(clients, rooms, returns);
        System.out.printf(
                "%,d clients, %d rooms, %d messages a second, medians of %d rounds%n",
                clients, rooms, rate, rounds);
        System.out.print(result.describe());
        System.out.println(result.verdict());
        return result.objections().isEmpty() ? 0 : 1;
    }

    private Reconnection crowd(LiveSide live, Map<String, String> options) {
        Relay relay = live.relay(List.of("taskset", "-c", "0"), options);
        return new Reconnection(live, relay, clients, rooms, rate);
    }

    /** What a relay needs to start from what another one has learned under the same load. */
    private Map<String, String> trained(LiveSide live) {
        Path cache = live.file("relay.aot");
        Relay relay =
                live.relay(
                        List.of("taskset", "-c", "0"),
                        Map.of("JDK_JAVA_OPTIONS", "-XX:AOTCacheOutput=" + cache));
        try (Reconnection crowd = new Reconnection(live, relay, clients, rooms, rate)) {
            var _ = crowd.run(Cut.CLIENT, Duration.ofSeconds(away));
        }
        relay.close();
        return Map.of("JDK_JAVA_OPTIONS", "-XX:AOTCache=" + cache);
    }
}
