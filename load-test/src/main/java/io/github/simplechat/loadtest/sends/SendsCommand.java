package io.github.simplechat.loadtest.sends;

import io.github.simplechat.loadtest.BadArguments;
import io.github.simplechat.loadtest.bench.ClosedLoop;
import io.github.simplechat.loadtest.bench.CpuTime;
import io.github.simplechat.loadtest.bench.Machine;
import io.github.simplechat.loadtest.bench.Series;
import io.github.simplechat.loadtest.bench.Side;
import io.github.simplechat.loadtest.bench.Timing;
import io.github.simplechat.loadtest.bench.Turns;
import io.github.simplechat.loadtest.node.Axon;
import io.github.simplechat.loadtest.node.CommandNode;
import io.github.simplechat.loadtest.node.Database;
import io.github.simplechat.loadtest.node.PostgresServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chat-load sends}. */
@Command(
        name = "sends",
        description =
                "Measures durable sends within one process: ours, stock Axon, bare inserts; many rooms"
                        + " and one.")
public final class SendsCommand implements Callable<Integer> {

    @Mixin private Timing timing = new Timing(8);

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description = "seconds of each side before, default ${DEFAULT-VALUE}")
    private int warmUp = 8;

    @Option(names = "--rooms", paramLabel = "N", description = "default ${DEFAULT-VALUE}")
    private int rooms = 1_000;

    @Option(
            names = "--senders",
            paramLabel = "N",
            description = "at once, default ${DEFAULT-VALUE}")
    private int senders = 256;

    @Override
    public Integer call() {
        if (timing.rounds() < 1 || timing.seconds() < 1 || warmUp < 1 || rooms < 1 || senders < 1) {
            throw new BadArguments("All numbers must be 1 or more.");
        }
        try (PostgresServer postgres = PostgresServer.temporary()) {
            Database oursData = postgres.database().create("ours");
            Database stockData = postgres.database().create("stock");
            CpuTime cpu = new CpuTime(List.of(ProcessHandle.current().pid(), postgres.pid()));
            try (CommandNode ours = CommandNode.start(Axon.OURS, oursData);
                    CommandNode stock = CommandNode.start(Axon.STOCK, stockData)) {
                SendSides left = new SendSides(ours, rooms, senders);
                SendSides right = new SendSides(stock, rooms, senders);
                BareInserts bare = new BareInserts(oursData, cpu::micros);
                measure(left, right, bare, cpu, warmUp, 1);
                List<Series> series =
                        measure(left, right, bare, cpu, timing.seconds(), timing.rounds());
                System.out.println(Machine.describe());
                System.out.println(postgres.database().durability());
                System.out.println(
                        "%,d rooms, %d senders, %d rounds of %d s, in turn"
                                .formatted(rooms, senders, timing.rounds(), timing.seconds()));
                System.out.print(new SendsResult(series).describe());
                return 0;
            }
        }
    }

    private static List<Series> measure(
            SendSides ours,
            SendSides stock,
            BareInserts bare,
            CpuTime cpu,
            int seconds,
            int rounds) {
        List<Side> sides = new ArrayList<>();
        sides.add(new Side(SendsResult.OURS, () -> ours.many(loop(ours, seconds, cpu))));
        sides.add(new Side(SendsResult.STOCK, () -> stock.many(loop(stock, seconds, cpu))));
        sides.add(new Side(SendsResult.BARE, () -> bare.run(seconds)));
        sides.add(new Side(SendsResult.HOT, () -> ours.hot(loop(ours, seconds, cpu))));
        sides.add(new Side(SendsResult.STOCK_HOT, () -> stock.hot(loop(stock, seconds, cpu))));
        sides.add(new Side(SendsResult.OURS_AGAIN, () -> ours.many(loop(ours, seconds, cpu))));
        return Turns.run(rounds, sides, System.err::println);
    }

    private static ClosedLoop loop(SendSides side, int seconds, CpuTime cpu) {
        return new ClosedLoop(side.senders(), seconds, cpu::micros);
    }
}
