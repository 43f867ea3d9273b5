package io.github.simplechat.loadtest.http;

import io.github.simplechat.loadtest.BadArguments;
import io.github.simplechat.loadtest.bench.ClosedLoop;
import io.github.simplechat.loadtest.bench.Cores;
import io.github.simplechat.loadtest.bench.CpuTime;
import io.github.simplechat.loadtest.bench.Machine;
import io.github.simplechat.loadtest.bench.OpenLoop;
import io.github.simplechat.loadtest.bench.Round;
import io.github.simplechat.loadtest.bench.Series;
import io.github.simplechat.loadtest.bench.Side;
import io.github.simplechat.loadtest.bench.Table;
import io.github.simplechat.loadtest.bench.Timing;
import io.github.simplechat.loadtest.bench.Turns;
import io.github.simplechat.loadtest.node.Axon;
import io.github.simplechat.loadtest.node.Database;
import io.github.simplechat.loadtest.node.NodeProcess;
import io.github.simplechat.loadtest.node.PostgresServer;
import io.github.simplechat.loadtest.node.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chat-load http}. */
@Command(
        name = "http",
        description =
                "Measures durable sends through HTTP with a token: ours and stock Axon, top rate and"
                        + " latency at half of it.")
public final class HttpCommand implements Callable<Integer> {

    private static final int SERVER_CORE = 0;
    private static final int GENERATOR_CORE = 1;
    private static final double NANOS_PER_MILLI = 1e6;

    private static final String OURS = "ours";
    private static final String STOCK = "stock Axon";
    private static final String KEYS = "ours, with keys";
    private static final String AGAIN = "ours, again";

    @Mixin private Timing timing = new Timing(8);

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description = "seconds of each side before, default ${DEFAULT-VALUE}")
    private int warmUp = 40;

    @Option(names = "--rooms", paramLabel = "N", description = "default ${DEFAULT-VALUE}")
    private int rooms = 100;

    @Option(
            names = "--connections",
            paramLabel = "N",
            description = "to each service, default ${DEFAULT-VALUE}")
    private int connections = 64;

    @Override
    public Integer call() throws IOException {
        if (timing.rounds() < 1
                || timing.seconds() < 1
                || warmUp < 1
                || rooms < 1
                || connections < 1) {
            throw new BadArguments("All numbers must be 1 or more.");
        }
        String machine = Machine.describe();
        boolean apart = Runtime.getRuntime().availableProcessors() > GENERATOR_CORE;
        Path log = Files.createTempFile("chat-http", ".log");
        if (apart) {
            Cores.pin(SERVER_CORE); // for what is started from here on
        }
        try (PostgresServer postgres = PostgresServer.temporary();
                NodeProcess ours = start(Axon.OURS, postgres.database().create("ours"), log);
                NodeProcess stock = start(Axon.STOCK, postgres.database().create("stock"), log)) {
            if (apart) {
                Cores.pin(GENERATOR_CORE);
            }
            CpuTime cpu = new CpuTime(List.of(ours.pid(), stock.pid(), postgres.pid()));
            HttpSide left = new HttpSide(ours, rooms, connections);
            HttpSide right = new HttpSide(stock, rooms, connections);
            ClosedLoop warming = new ClosedLoop(connections, warmUp, cpu::micros);
            var _ = left.closed(warming, true);
            var _ = right.closed(warming, false);
            List<Series> series = top(left, right, cpu);
            System.out.println(machine);
            System.out.println(postgres.database().durability());
            System.out.printf(
                    "%d rooms, %d connections, %d rounds of %d s, in turn; services and PostgreSQL"
                            + " on %s%n",
                    rooms,
                    connections,
                    timing.rounds(),
                    timing.seconds(),
                    apart ? "core 0, generator on core 1" : "the same core as the generator");
            System.out.print(rates(series));
            System.out.println();
            System.out.print(latencies(left, right, series));
            return 0;
        } finally {
            Files.deleteIfExists(log);
        }
    }

    private static NodeProcess start(Axon axon, Database database, Path log) {
        return new NodeProcess.Plan(
                        Service.COMMAND,
                        axon,
                        List.of(),
                        NodeProcess.freePort(),
                        database,
                        Map.of(),
                        log)
                .start();
    }

    private List<Series> top(HttpSide ours, HttpSide stock, CpuTime cpu) {
        ClosedLoop loop = new ClosedLoop(connections, timing.seconds(), cpu::micros);
        return Turns.run(
                timing.rounds(),
                List.of(
                        new Side(OURS, () -> ours.closed(loop, false)),
                        new Side(STOCK, () -> stock.closed(loop, false)),
                        new Side(KEYS, () -> ours.closed(loop, true)),
                        new Side(AGAIN, () -> ours.closed(loop, false))),
                System.err::println);
    }

    private static Table rates(List<Series> series) {
        Series ours = series.get(0);
        Series stock = series.get(1);
        Table table =
                new Table("side", "sends/s", "server CPU µs/send", ": stock, sends/s", ": ours");
        for (Series side : series) {
            table.row(
                    side.name(),
                    "%,.0f".formatted(side.median(Round::perSecond)),
                    "%.0f".formatted(side.median(Round::cpuPerOperation)),
                    "%.2f".formatted(side.ratio(stock, Round::perSecond)),
                    "%.2f".formatted(side.ratio(ours, Round::perSecond)));
        }
        return table;
    }

    private Table latencies(HttpSide ours, HttpSide stock, List<Series> series) {
        Table table = new Table("open loop", "p50", "p99", "p99.9", "longest");
        for (int percent : new int[] {25, 50, 75}) {
            latency(table, ours, series.get(0), percent);
            latency(table, stock, series.get(1), percent);
        }
        return table;
    }

    private void latency(Table table, HttpSide side, Series top, int percent) {
        int rate = (int) (top.median(Round::perSecond) * percent / 100);
        Histogram nanos = side.open(new OpenLoop(Math.max(1, rate), timing.seconds()));
        table.row(
                "%s, %d %% of its top rate, %,d/s".formatted(top.name(), percent, rate),
                millis(nanos.getValueAtPercentile(50)),
                millis(nanos.getValueAtPercentile(99)),
                millis(nanos.getValueAtPercentile(99.9)),
                millis(nanos.getMaxValue()));
    }

    private static String millis(long nanos) {
        return "%.1f ms".formatted(nanos / NANOS_PER_MILLI);
    }
}
