package io.github.simplechat.loadtest.sealing;

import io.github.simplechat.loadtest.BadArguments;
import io.github.simplechat.loadtest.bench.ClosedLoop;
import io.github.simplechat.loadtest.bench.CpuTime;
import io.github.simplechat.loadtest.bench.Machine;
import io.github.simplechat.loadtest.bench.Round;
import io.github.simplechat.loadtest.bench.Series;
import io.github.simplechat.loadtest.bench.Side;
import io.github.simplechat.loadtest.bench.Table;
import io.github.simplechat.loadtest.bench.Timing;
import io.github.simplechat.loadtest.bench.Turns;
import io.github.simplechat.loadtest.node.Axon;
import io.github.simplechat.loadtest.node.CommandNode;
import io.github.simplechat.loadtest.node.PostgresServer;
import io.github.simplechat.loadtest.sends.SendSides;
import io.github.simplechat.platform.eventstore.EventStoreConfiguration;
import io.github.simplechat.platform.personal.PersonalJson;
import io.github.simplechat.platform.personal.Seal;
import io.github.simplechat.platform.personal.memory.InMemoryPersonalKeys;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code chat-load sealing}. */
@Command(
        name = "sealing",
        description =
                "Measures what it costs that personal text is sealed: for an event, and for a durable"
                        + " send.")
public final class SealingCommand implements Callable<Integer> {

    private static final int SENDERS = 256;
    private static final int ROOMS = 1_000;

    @Mixin private Timing timing = new Timing(5);

    @Override
    public Integer call() {
        if (timing.rounds() < 1 || timing.seconds() < 1) {
            throw new BadArguments("All numbers must be 1 or more.");
        }
        System.out.println(Machine.describe());
        System.out.println(
                "%d rounds of %d s, in turn".formatted(timing.rounds(), timing.seconds()));
        events();
        sends();
        return 0;
    }

    private void events() {
        EventsInMemory sealed =
                new EventsInMemory(
                        EventStoreConfiguration.serializer(
                                PersonalJson.module(new Seal(new InMemoryPersonalKeys()))));
        EventsInMemory plain = new EventsInMemory(EventStoreConfiguration.serializer());
        List<Side> sides =
                List.of(
                        new Side("write sealed", () -> sealed.write(1)),
                        new Side("write plain", () -> plain.write(1)),
                        new Side("read sealed", () -> sealed.read(1)),
                        new Side("read plain", () -> plain.read(1)));
        Turns.run(2, sides, System.err::println);
        System.out.println(
                "One thread, no store; a message of %.0f bytes sealed, %.0f plain"
                        .formatted(sealed.size(), plain.size()));
        Table table = new Table("events", "CPU µs/event");
        for (Series side : Turns.run(timing.rounds(), sides, System.err::println)) {
            table.row(side.name(), "%.2f".formatted(side.median(Round::cpuPerOperation)));
        }
        System.out.println(table);
    }

    private void sends() {
        try (PostgresServer postgres = PostgresServer.temporary()) {
            CpuTime cpu = new CpuTime(List.of(ProcessHandle.current().pid(), postgres.pid()));
            try (CommandNode sealing =
                            CommandNode.start(Axon.OURS, postgres.database().create("sealed"));
                    CommandNode plain =
                            CommandNode.start(Axon.UNSEALED, postgres.database().create("plain"))) {
                SendSides left = new SendSides(sealing, ROOMS, SENDERS);
                SendSides right = new SendSides(plain, ROOMS, SENDERS);
                ClosedLoop loop = new ClosedLoop(SENDERS, timing.seconds(), cpu::micros);
                List<Side> sides =
                        List.of(
                                new Side("sealed", () -> left.many(loop)),
                                new Side("plain", () -> right.many(loop)),
                                new Side("sealed, again", () -> left.many(loop)));
                Turns.run(1, sides, System.err::println);
                report(Turns.run(timing.rounds(), sides, System.err::println));
            }
        }
    }

    private static void report(List<Series> series) {
        Table table = new Table("durable sends", "sends/s", "CPU µs/send", "sealed : it, sends/s");
        for (Series side : series) {
            table.row(
                    side.name(),
                    "%,.0f".formatted(side.median(Round::perSecond)),
                    "%.1f".formatted(side.median(Round::cpuPerOperation)),
                    "%.2f".formatted(series.getFirst().ratio(side, Round::perSecond)));
        }
        System.out.println(table);
    }
}
