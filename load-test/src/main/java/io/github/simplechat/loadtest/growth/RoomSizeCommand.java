package io.github.simplechat.loadtest.growth;

import io.github.simplechat.loadtest.BadArguments;
import io.github.simplechat.loadtest.bench.CpuTime;
import io.github.simplechat.loadtest.bench.Machine;
import io.github.simplechat.loadtest.bench.Table;
import io.github.simplechat.loadtest.node.Axon;
import io.github.simplechat.loadtest.node.CommandNode;
import io.github.simplechat.loadtest.node.LongRoom;
import io.github.simplechat.loadtest.node.PostgresServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code chat-load room-size}. */
@Command(
        name = "room-size",
        description = "Measures sends and memory in rooms of different lengths.")
public final class RoomSizeCommand implements Callable<Integer> {

    @Option(
            names = "--messages",
            paramLabel = "N",
            split = ",",
            description = "how long the rooms are, default ${DEFAULT-VALUE}")
    private List<Long> messages = List.of(10L, 1_000L, 100_000L, 1_000_000L);

    @Option(names = "--members", paramLabel = "N", description = "default ${DEFAULT-VALUE}")
    private int members = 100;

    @Option(
            names = "--sends",
            paramLabel = "N",
            description = "to each room, one after the other, default ${DEFAULT-VALUE}")
    private int sends = 4_000;

    @Option(
            names = "--cold",
            paramLabel = "N",
            description =
                    "sends to each room that the service has forgotten, default ${DEFAULT-VALUE}")
    private int cold = 200;

    @Override
    public Integer call() {
        if (messages.isEmpty() || messages.stream().anyMatch(n -> n < 1)) {
            throw new BadArguments("--messages needs numbers from 1.");
        }
        if (members < 1 || sends < 1 || cold < 1) {
            throw new BadArguments("All numbers must be 1 or more.");
        }
        try (PostgresServer postgres = PostgresServer.temporary();
                CommandNode node =
                        CommandNode.start(Axon.OURS, postgres.database().create("rooms"))) {
            CpuTime cpu = new CpuTime(List.of(ProcessHandle.current().pid(), postgres.pid()));
            RoomProbe warm = new RoomProbe(LongRoom.open(node, members, 1), cpu);
            warm.firstSend();
            warm.send(sends);
            warm.sendCold(cold);
            List<RoomProbe> probes = new ArrayList<>();
            for (long length : messages) {
                System.err.printf("filling a room with %,d messages%n", length);
                probes.add(new RoomProbe(LongRoom.open(node, members, length), cpu));
            }
            postgres.database().execute("VACUUM (ANALYZE)"); // now, and not in the middle
            probes.forEach(RoomProbe::firstSend);
            takeTurns(probes);
            System.out.println(Machine.describe());
            System.out.println(postgres.database().durability());
            System.out.printf(
                    "%d members in each room; %,d sends one after the other, %d to a room that the"
                            + " service has forgotten, the rooms in turn%n",
                    members, sends, cold);
            System.out.print(describe(probes));
            return 0;
        }
    }

    private void takeTurns(List<RoomProbe> probes) {
        int turns = 10;
        for (int turn = 0; turn < turns; turn++) {
            List<RoomProbe> order = turn % 2 == 0 ? probes : probes.reversed();
            order.forEach(probe -> probe.send(Math.max(1, sends / turns)));
            order.forEach(probe -> probe.sendCold(Math.max(1, cold / turns)));
        }
    }

    private Table describe(List<RoomProbe> probes) {
        Table table =
                new Table(
                        "messages in the room",
                        "send p50",
                        "send p99",
                        "CPU µs/send",
                        "cold send p50",
                        "first send ever",
                        "heap of the room",
                        "send p50 : shortest room");
        for (int i = 0; i < probes.size(); i++) {
            RoomProbe probe = probes.get(i);
            table.row(
                    "%,d".formatted(messages.get(i)),
                    "%.0f µs".formatted(probe.micros(50)),
                    "%.0f µs".formatted(probe.micros(99)),
                    "%.0f".formatted(probe.cpuMicrosPerSend()),
                    "%.0f µs".formatted(probe.coldMicros()),
                    "%,.0f µs".formatted(probe.firstMicros()),
                    "%,.0f bytes".formatted(probe.bytes(cold)),
                    "%.2f".formatted(probe.micros(50) / probes.getFirst().micros(50)));
        }
        return table;
    }
}
