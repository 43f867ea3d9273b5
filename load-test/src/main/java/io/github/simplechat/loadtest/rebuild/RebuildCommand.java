package io.github.simplechat.loadtest.rebuild;

import io.github.simplechat.loadtest.BadArguments;
import io.github.simplechat.loadtest.bench.CpuTime;
import io.github.simplechat.loadtest.bench.Machine;
import io.github.simplechat.loadtest.bench.Side;
import io.github.simplechat.loadtest.bench.Turns;
import io.github.simplechat.loadtest.node.Axon;
import io.github.simplechat.loadtest.node.CommandNode;
import io.github.simplechat.loadtest.node.Database;
import io.github.simplechat.loadtest.node.ManyRooms;
import io.github.simplechat.loadtest.node.PostgresServer;
import io.github.simplechat.platform.personal.PersonalJson;
import io.github.simplechat.platform.personal.PersonalKeys;
import io.github.simplechat.platform.personal.Seal;
import io.github.simplechat.query.rebuild.Projection.Memory;
import io.github.simplechat.query.rebuild.memory.InMemoryCatalogue;
import io.github.simplechat.query.rebuild.memory.InMemoryCheckpoints;
import io.github.simplechat.query.rebuild.memory.InMemoryParkedFeeds;
import io.github.simplechat.stores.EmbeddedMongo;
import java.util.List;
import java.util.concurrent.Callable;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code chat-load rebuild}. */
@Command(
        name = "rebuild",
        description =
                "Measures a rebuild of the timeline: beside bare reading, Axon's processor and bare"
                        + " bulk writes.")
public final class RebuildCommand implements Callable<Integer> {

    private static final int AXON_SEGMENTS = 16;
    private static final int AXON_THREADS = 4;

    /** What is measured. */
    enum Part {
        /** Without a store. */
        READING,
        /** Into the document server. */
        DOCUMENTS,
        /** Both, one after the other. */
        ALL
    }

    @Option(names = "--part", description = "${COMPLETION-CANDIDATES}, default ${DEFAULT-VALUE}")
    private Part part = Part.ALL;

    @Option(names = "--rounds", paramLabel = "N", description = "default ${DEFAULT-VALUE}")
    private int rounds = 5;

    @Option(names = "--warm-up", paramLabel = "N", description = "rounds, default ${DEFAULT-VALUE}")
    private int warmUp = 2;

    @Option(names = "--events", paramLabel = "N", description = "default ${DEFAULT-VALUE}")
    private int events = 200_000;

    @Option(names = "--rooms", paramLabel = "N", description = "default ${DEFAULT-VALUE}")
    private int rooms = 100;

    @Option(names = "--members", paramLabel = "N", description = "default ${DEFAULT-VALUE}")
    private int members = 8;

    @Override
    public Integer call() {
        if (rounds < 1 || warmUp < 0 || rooms < 1 || members < 1 || events < rooms) {
            throw new BadArguments(
                    "All numbers must be 1 or more, with an event at least for each room.");
        }
        try (PostgresServer postgres = PostgresServer.temporary()) {
            CpuTime cpu = new CpuTime(List.of(ProcessHandle.current().pid(), postgres.pid()));
            Database sealedData = postgres.database().create("sealed");
            Database plainData = postgres.database().create("plain");
            try (CommandNode sealed = filled(Axon.OURS, sealedData);
                    CommandNode plain = filled(Axon.UNSEALED, plainData)) {
                System.out.println(Machine.describe());
                System.out.printf(
                        "%,d messages in %d rooms, %d rounds, in turn%n", events, rooms, rounds);
                if (part != Part.DOCUMENTS) {
                    reading(cpu, sealed, sealedData, plain, plainData);
                }
                if (part != Part.READING) {
                    documents(cpu, sealed);
                }
            }
            return 0;
        }
    }

    private CommandNode filled(Axon axon, Database database) {
        CommandNode node = CommandNode.start(axon, database);
        var _ = ManyRooms.open(node, rooms, members, events);
        database.execute("VACUUM (ANALYZE)"); // now, and not in the middle
        return node;
    }

    private void reading(
            CpuTime cpu,
            CommandNode sealed,
            Database sealedData,
            CommandNode plain,
            Database plainData) {
        OurRebuild ours = withoutStore(sealed, cpu);
        OurRebuild oursPlain = withoutStore(plain, cpu);
        Seal seal = new Seal(sealed.bean(PersonalKeys.class));
        BareReading bare = new BareReading(sealedData, cpu::micros, PersonalJson.module(seal));
        BareReading barePlain = new BareReading(plainData, cpu::micros);
        AxonReplay axon = new AxonReplay(sealed, cpu::micros);
        measure(
                List.of(
                        new Side(RebuildResult.OURS, () -> ours.run(2)),
                        new Side(RebuildResult.BARE, bare::run),
                        new Side(RebuildResult.OURS_PLAIN, () -> oursPlain.run(2)),
                        new Side(RebuildResult.BARE_PLAIN, barePlain::run),
                        new Side(RebuildResult.AXON, () -> axon.run(1, 1)),
                        new Side(
                                RebuildResult.AXON_DEFAULT,
                                () -> axon.run(AXON_SEGMENTS, AXON_THREADS))));
    }

    private static OurRebuild withoutStore(CommandNode node, CpuTime cpu) {
        Memory memory =
                new Memory(
                        new InMemoryCatalogue(),
                        new InMemoryCheckpoints(),
                        new InMemoryParkedFeeds());
        return new OurRebuild(node, memory, generation -> new NoTimeline(), cpu::micros);
    }

    private void documents(CpuTime cpu, CommandNode sealed) {
        String given = System.getenv("CHAT_TEST_MONGODB_URI");
        try (EmbeddedMongo embedded = given == null ? EmbeddedMongo.start() : null;
                Documents documents = new Documents(url(embedded, given))) {
            System.out.println(
                    given == null
                            ? "documents in the embedded server, in this process"
                            : "documents in the server of CHAT_TEST_MONGODB_URI, whose processor"
                                    + " time is not counted");
            OurRebuild ours =
                    new OurRebuild(sealed, documents.memory(), documents::timeline, cpu::micros);
            var _ = ours.run(2);
            List<Document> messages = documents.messages(ours.serving());
            measure(
                    List.of(
                            new Side(
                                    RebuildResult.INSERTS,
                                    () -> documents.insert(messages, 1, cpu::micros)),
                            new Side(
                                    RebuildResult.INSERTS_2,
                                    () -> documents.insert(messages, 2, cpu::micros)),
                            new Side(RebuildResult.OURS_1, () -> ours.run(1)),
                            new Side(RebuildResult.OURS_2, () -> ours.run(2)),
                            new Side(RebuildResult.OURS_4, () -> ours.run(4))));
        }
    }

    private static String url(@Nullable EmbeddedMongo embedded, @Nullable String given) {
        if (embedded != null) {
            return embedded.url();
        }
        return given == null ? "" : given;
    }

    private void measure(List<Side> sides) {
        Turns.run(warmUp, sides, System.err::println);
        System.out.print(
                new RebuildResult(Turns.run(rounds, sides, System.err::println)).describe());
        System.out.println();
    }
}
