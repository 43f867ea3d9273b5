package io.github.simplechat.loadtest.growth;

import io.github.simplechat.loadtest.BadArguments;
import io.github.simplechat.loadtest.bench.CpuTime;
import io.github.simplechat.loadtest.bench.Machine;
import io.github.simplechat.loadtest.bench.Turns;
import io.github.simplechat.loadtest.growth.RoomSizeResult.Measured;
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

    private static final int COPIES = 100;

    @Option(
            names = "--messages",
            paramLabel = "N",
            split = ",",
            description = "how long the rooms are, default ${DEFAULT-VALUE}")
    private List<Long> messages = List.of(10L, 100_000L, 1_000_000L);

    @Option(names = "--members", paramLabel = "N", description = "default ${DEFAULT-VALUE}")
    private int members = 100;

    @Option(names = "--rounds", paramLabel = "N", description = "default ${DEFAULT-VALUE}")
    private int rounds = 7;

    @Option(
            names = "--sends",
            paramLabel = "N",
            description =
                    "to each room in each round, one after the other, default ${DEFAULT-VALUE}")
    private int sends = 2_000;

    @Option(
            names = "--cold",
            paramLabel = "N",
            description =
                    "sends to each room in each round that the service has forgotten, default"
                            + " ${DEFAULT-VALUE}, as many as events between two snapshots")
    private int cold = 500;

    @Override
    public Integer call() {
        if (messages.isEmpty() || messages.stream().anyMatch(n -> n < 1)) {
            throw new BadArguments("--messages needs numbers from 1.");
        }
        if (members < 1 || rounds < 1 || sends < 1 || cold < 1) {
            throw new BadArguments("All numbers must be 1 or more.");
        }
        try (PostgresServer postgres = PostgresServer.temporary();
                CommandNode node =
                        CommandNode.start(Axon.OURS, postgres.database().create("rooms"))) {
            CpuTime cpu = new CpuTime(List.of(ProcessHandle.current().pid(), postgres.pid()));
            var _ = new RoomProbe(LongRoom.open(node, members, 1), cpu).round(sends * 2, cold, 1);
            List<RoomProbe> probes = new ArrayList<>();
            List<Measured> rooms = new ArrayList<>();
            for (long length : messages) {
                long begun = System.nanoTime();
                RoomProbe probe = new RoomProbe(LongRoom.open(node, members, length), cpu);
                System.err.printf(
                        "a room with %,d messages, filled in %.1f s%n",
                        length, (System.nanoTime() - begun) / 1e9);
                probes.add(probe);
                rooms.add(new Measured(length, probe.send()));
            }
            postgres.database().execute("VACUUM (ANALYZE)"); // now, and not in the middle
            probes.forEach(probe -> probe.round(sends, cold, 1));
            for (int round = 0; round < rounds; round++) {
                takeTurns(round, probes, rooms);
            }
            System.out.println(Machine.describe());
            System.out.println(postgres.database().durability());
            System.out.printf(
                    "%d members in each room; medians of %d rounds, in each %,d sends one after the"
                            + " other and %d that the service has forgotten the room before, the"
                            + " rooms in turn%n",
                    members, rounds, sends, cold);
            System.out.print(new RoomSizeResult(rooms).describe());
            return 0;
        }
    }

    private void takeTurns(int round, List<RoomProbe> probes, List<Measured> rooms) {
        for (int i : Turns.order(round, probes.size())) {
            RoomRound done = probes.get(i).round(sends, cold, COPIES);
            rooms.get(i).rounds().add(done);
            System.err.printf(
                    "round %d of %d  %,10d messages  %s%n",
                    round + 1, rounds, rooms.get(i).messages(), done);
        }
    }
}
