package io.github.simplechat.loadtest.fanout;

import io.github.simplechat.loadtest.BadArguments;
import io.github.simplechat.loadtest.bench.Machine;
import io.github.simplechat.loadtest.bench.Medians;
import io.github.simplechat.loadtest.bench.OpenLoop;
import io.github.simplechat.loadtest.bench.Series;
import io.github.simplechat.loadtest.bench.Side;
import io.github.simplechat.loadtest.bench.Table;
import io.github.simplechat.loadtest.bench.Turns;
import io.github.simplechat.loadtest.fanout.Idleness.Need;
import io.github.simplechat.loadtest.fanout.PostToFrame.Times;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chat-load fan-out}, which the script {@code fan-out} calls once the servers run. */
@Command(
        name = "fan-out",
        hidden = true,
        description = "Measures servers of live feeds that run already; see the script fan-out.")
public final class FanOutCommand implements Callable<Integer> {

    private static final double NANOS_PER_MILLI = 1e6;

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
        Table table =
                switch (mode) {
                    case BUSY -> busy(peers);
                    case IDLE -> idle(peers);
                    case POST -> post(peers);
                };
        System.out.println(Machine.describe());
        System.out.print(table);
        return 0;
    }

    private Table busy(List<Peer> peers) throws IOException {
        List<Side> sides = new ArrayList<>();
        try (Audience audience = new Audience();
                RedisPublisher redis = new RedisPublisher(redisPort)) {
            for (Peer peer : peers) {
                HandingOn handing =
                        new HandingOn(peer, Stage.set(api, 1), listeners, audience, redis);
                handing.warmUp(peer.isOurs() ? 25 : 4);
                sides.add(handing.bursts());
                sides.add(handing.steady());
            }
            List<Series> series = Turns.run(rounds, sides, System.err::println);
            System.out.printf(
                    "%d listeners of one room, medians of %d rounds%n", listeners, rounds);
            Table table = new Table("server", "CPU for each delivery", "deliveries a second");
            for (Series one : series) {
                table.row(
                        one.name(),
                        "%.2f µs".formatted(one.median(round -> round.cpuPerOperation())),
                        "%,.0f".formatted(one.median(round -> round.perSecond())));
            }
            return table;
        }
    }

    private Table idle(List<Peer> peers) {
        Map<Peer, List<Need>> needs = new LinkedHashMap<>();
        for (Peer peer : peers) {
            Stage stage = Stage.set(api, 1);
            List<Need> all = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                all.add(new Idleness(peer, stage).of(listeners, Duration.ofSeconds(seconds)));
                System.err.printf("%s %s%n", peer.name(), all.getLast());
            }
            needs.put(peer, all);
        }
        System.out.printf(
                "%,d idle connections, %d s, medians of %d rounds%n", listeners, seconds, rounds);
        Table table =
                new Table(
                        "server",
                        "resident bytes for each",
                        "CPU for each, a second",
                        "bytes by round");
        needs.forEach((peer, all) ->
                table.row(
                        peer.name(),
                        "%,.0f".formatted(median(all, Need::bytes)),
                        "%.3f µs".formatted(median(all, Need::cpuMicrosPerSecond)),
                        all.stream()
                                .map(need -> "%,.0f".formatted(need.bytes()))
                                .toList()
                                .toString()));
        return table;
    }

    private Table post(List<Peer> peers) throws IOException {
        List<Stage> stages = peers.stream().map(_ -> Stage.set(api, rooms)).toList();
        List<List<Times>> times =
                peers.stream().map(_ -> (List<Times>) new ArrayList<Times>()).toList();
        try (Audience audience = new Audience()) {
            List<PostToFrame> posts = new ArrayList<>();
            for (int i = 0; i < peers.size(); i++) {
                posts.add(new PostToFrame(peers.get(i), stages.get(i), listeners, audience));
            }
            posts.forEach(one -> one.run(new OpenLoop(rate, 2 * seconds))); // for the compilers
            for (int round = 0; round < rounds; round++) {
                for (int side : Turns.order(round, peers.size())) {
                    times.get(side).add(posts.get(side).run(new OpenLoop(rate, seconds)));
                }
            }
        }
        System.out.printf(
                "%d posts a second, %d rooms with %d listeners each, %d s, medians of %d rounds%n",
                rate, rooms, listeners, seconds, rounds);
        Table table =
                new Table(
                        "server",
                        "answer to frame p50",
                        "p99",
                        "post to frame p50",
                        "p99",
                        "post to answer p50",
                        "p99");
        for (int i = 0; i < peers.size(); i++) {
            List<Times> all = times.get(i);
            table.row(
                    peers.get(i).name(),
                    millis(all, Times::answerToFrame, 50),
                    millis(all, Times::answerToFrame, 99),
                    millis(all, Times::postToFrame, 50),
                    millis(all, Times::postToFrame, 99),
                    millis(all, Times::postToAnswer, 50),
                    millis(all, Times::postToAnswer, 99));
        }
        return table;
    }

    private static String millis(
            List<Times> all, Function<Times, Histogram> which, double percentile) {
        return "%.1f ms"
                .formatted(
                        median(
                                all,
                                times ->
                                        which.apply(times).getValueAtPercentile(percentile)
                                                / NANOS_PER_MILLI));
    }

    private static <T> double median(List<T> all, ToDoubleFunction<T> figure) {
        return Medians.of(all.stream().mapToDouble(figure).toArray());
    }
}
