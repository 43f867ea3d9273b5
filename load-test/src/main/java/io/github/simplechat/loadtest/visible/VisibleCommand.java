package io.github.simplechat.loadtest.visible;

import io.github.simplechat.loadtest.BadArguments;
import io.github.simplechat.loadtest.bench.Machine;
import io.github.simplechat.loadtest.bench.OpenLoop;
import io.github.simplechat.loadtest.bench.Timing;
import io.github.simplechat.loadtest.bench.Turns;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chat-load visible}. */
@Command(
        name = "visible",
        description =
                "Measures how long it takes from a commit until another process shows the message,"
                        + " beside stock Axon, and what a node asks of the store when it is idle.")
public final class VisibleCommand implements Callable<Integer> {

    @Mixin private Timing timing = new Timing(10);

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description =
                    "seconds of each side before, twice that through HTTP, default ${DEFAULT-VALUE}")
    private int warmUp = 20;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "messages a second, default ${DEFAULT-VALUE}")
    private int rate = 500;

    @Option(names = "--rooms", paramLabel = "N", description = "default ${DEFAULT-VALUE}")
    private int rooms = 50;

    @Option(
            names = "--idle",
            paramLabel = "N",
            description = "seconds of idleness, default ${DEFAULT-VALUE}")
    private int idle = 20;

    @Override
    public Integer call() {
        if (timing.rounds() < 1
                || timing.seconds() < 1
                || warmUp < 1
                || rate < 1
                || rooms < 1
                || idle < 1) {
            throw new BadArguments("All numbers must be 1 or more.");
        }
        try (Stage stage = new Stage(rooms)) {
            List<Function<OpenLoop, Delays>> sides =
                    List.of(stage::ours, stage::stock, stage::history);
            List<List<Delays>> measured = List.of(list(), list(), list());
            var _ = stage.history(new OpenLoop(rate, 2 * warmUp)); // HTTP is compiled last
            var _ = stage.stock(new OpenLoop(rate, warmUp));
            var _ = stage.ours(new OpenLoop(rate, warmUp));
            for (int round = 0; round < timing.rounds(); round++) {
                for (int side : Turns.order(round, sides.size())) {
                    Delays delays = sides.get(side).apply(new OpenLoop(rate, timing.seconds()));
                    measured.get(side).add(delays);
                    System.err.printf(
                            "round %d of %d  %-24s p50 %,8.1f ms  p99 %,8.1f ms%n",
                            round + 1,
                            timing.rounds(),
                            VisibleResult.NAMES.get(side),
                            delays.fromCommit(50),
                            delays.fromCommit(99));
                }
            }
            System.out.println(Machine.describe());
            System.out.println(stage.durability());
            System.out.printf(
                    "%d messages a second, open loop, %d rooms, %d rounds of %d s, in turn%n",
                    rate, rooms, timing.rounds(), timing.seconds());
            System.out.print(new VisibleResult(measured).describe());
            System.out.println();
            System.out.print(stage.idle(idle));
            return 0;
        }
    }

    private static List<Delays> list() {
        return new ArrayList<>();
    }
}
