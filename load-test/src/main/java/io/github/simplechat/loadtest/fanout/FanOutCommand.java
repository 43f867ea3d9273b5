package io.github.simplechat.loadtest.fanout;

import io.github.simplechat.loadtest.BadArguments;
import io.github.simplechat.loadtest.bench.Machine;
import io.github.simplechat.loadtest.bench.Table;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chat-load fan-out}, which the script {@code fan-out} calls once the servers run. */
@Command(
        name = "fan-out",
        hidden = true,
        description = "Measures servers of live feeds that run already; see the script fan-out.")
public final class FanOutCommand implements Callable<Integer> {

    /** What is measured. */
    enum Mode {
        /** Handing on what Redis publishes, at once and at a steady rate. */
        BUSY,
        /** Memory and processor time of idle connections. */
        IDLE,
        /** From a post to the frames of its room's listeners. */
        POST
    }

    @Parameters(index = "0", paramLabel = "MODE", description = "${COMPLETION-CANDIDATES}")
    private Mode mode = Mode.BUSY;

    @Parameters(
            index = "1..*",
            paramLabel = "SERVER",
            description = "name,dialect,api port,live port,pid…")
    private List<String> servers = List.of();

    @Option(names = "--api-url", description = "command-service, where people and rooms are made")
    private URI api = URI.create("http://127.0.0.1:8081");

    @Option(names = "--redis-port", description = "default ${DEFAULT-VALUE}")
    private int redisPort = 16_379;

    @Option(names = "--listeners", description = "or idle connections, default ${DEFAULT-VALUE}")
    private int listeners = 1_000;

    @Option(names = "--rooms", description = "of post, default ${DEFAULT-VALUE}")
    private int rooms = 100;

    @Option(names = "--rate", description = "posts a second, default ${DEFAULT-VALUE}")
    private int rate = 500;

    @Option(
            names = "--seconds",
            description = "of a round of post or idle, default ${DEFAULT-VALUE}")
    private int seconds = 10;

    @Option(names = "--rounds", description = "default ${DEFAULT-VALUE}")
    private int rounds = 5;

    @Override
    public Integer call() throws IOException {
        if (listeners < 1 || rooms < 1 || rate < 1 || seconds < 1 || rounds < 1) {
            throw new BadArguments("All numbers must be 1 or more.");
        }
        List<Peer> peers = servers.stream().map(Peer::parse).toList();
        Report report =
                switch (mode) {
                    case BUSY -> new HandingOnReport(peers, api, redisPort, listeners, rounds);
                    case IDLE -> new IdlenessReport(peers, api, listeners, seconds, rounds);
                    case POST ->
                            new PostToFrameReport(
                                    peers, api, rooms, listeners, rate, seconds, rounds);
                };
        Table table = report.measure();
        System.out.println(report.headline());
        System.out.println(Machine.describe());
        System.out.print(table);
        return 0;
    }
}
