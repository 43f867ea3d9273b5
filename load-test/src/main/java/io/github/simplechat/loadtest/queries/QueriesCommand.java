package io.github.simplechat.loadtest.queries;

import io.github.simplechat.loadtest.BadArguments;
import io.github.simplechat.loadtest.api.Account;
import io.github.simplechat.loadtest.api.ApiClient;
import io.github.simplechat.loadtest.api.ChatHttp;
import io.github.simplechat.loadtest.api.Patience;
import io.github.simplechat.loadtest.bench.Machine;
import io.github.simplechat.loadtest.bench.Turns;
import io.github.simplechat.loadtest.node.Axon;
import io.github.simplechat.loadtest.node.CommandNode;
import io.github.simplechat.loadtest.node.NodeProcess;
import io.github.simplechat.loadtest.node.PostgresServer;
import io.github.simplechat.loadtest.node.Service;
import io.github.simplechat.loadtest.node.TemporaryFolder;
import io.github.simplechat.loadtest.plan.Persona;
import io.github.simplechat.loadtest.search.Corpora;
import io.github.simplechat.stores.EmbeddedMongo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chat-load queries}. */
@Command(
        name = "queries",
        description = "Measures queries through HTTP by how many messages there are.")
public final class QueriesCommand implements Callable<Integer> {

    @Mixin private Corpora corpora = new Corpora();

    @Option(
            names = "--messages",
            paramLabel = "N",
            split = ",",
            description = "how many there are, default ${DEFAULT-VALUE}")
    private List<Long> messages = List.of(10_000L, 100_000L, 1_000_000L);

    @Option(names = "--rounds", paramLabel = "N", description = "default ${DEFAULT-VALUE}")
    private int rounds = 5;

    @Option(
            names = "--requests",
            paramLabel = "N",
            description = "of each kind to each store in each round, default ${DEFAULT-VALUE}")
    private int requests = 300;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description = "of each kind to each store before, default ${DEFAULT-VALUE}")
    private int warmUp = 2_000;

    @Option(
            names = "--rooms",
            paramLabel = "N",
            description = "with the other half of the messages, default ${DEFAULT-VALUE}")
    private int rooms = 49;

    @Override
    public Integer call() {
        if (messages.isEmpty() || rounds < 1 || requests < 1 || warmUp < 1 || rooms < 1) {
            throw new BadArguments("All numbers must be 1 or more.");
        }
        if (messages.stream().anyMatch(n -> n < 2L * rooms)) {
            throw new BadArguments("There must be a message for each room, and as many for one.");
        }
        List<String> texts = corpora.texts();
        List<Store> stores = new ArrayList<>();
        int port = NodeProcess.freePort();
        try (TemporaryFolder folder = TemporaryFolder.create();
                PostgresServer postgres = PostgresServer.temporary();
                EmbeddedMongo documents = EmbeddedMongo.start();
                var _ =
                        CommandNode.start(
                                Axon.OURS, postgres.database().create("accounts"), port)) {
            Account reader =
                    new ApiClient(
                                    NodeProcess.url(port),
                                    NodeProcess.url(port),
                                    new ChatHttp(Patience.DEFAULT))
                            .enter(Persona.of("queries", "reader", "reader"));
            try {
                for (long count : messages) {
                    stores.add(store(folder, postgres, documents, port, reader, texts, count));
                }
                QueriesResult result = measure(stores);
                System.out.println(Machine.describe());
                System.out.printf(
                        "%d rooms, half of the messages in one of them; medians of %d rounds, in"
                                + " each %d requests of each kind one after the other, the stores"
                                + " in turn%n",
                        rooms + 1, rounds, requests);
                System.out.print(result.table());
            } finally {
                stores.forEach(Store::close);
            }
            return 0;
        }
    }

    private Store store(
            TemporaryFolder folder,
            PostgresServer postgres,
            EmbeddedMongo documents,
            int port,
            Account reader,
            List<String> texts,
            long count) {
        String name = "with_" + count;
        NodeProcess.Plan plan =
                new NodeProcess.Plan(
                        Service.QUERY,
                        Axon.OURS,
                        List.of(),
                        NodeProcess.freePort(),
                        postgres.database().create(name),
                        Map.of(
                                "CHAT_MONGODB_URI",
                                documents.url(name),
                                "CHAT_SEARCH_FOLDER",
                                folder.path().resolve("search-" + name).toString(),
                                "CHAT_TOKEN_JWKS_URI",
                                NodeProcess.url(port) + "/.well-known/jwks.json"),
                        folder.path().resolve(name + ".log"));
        long begun = System.nanoTime();
        Store filled = Store.fill(plan, reader, texts, count, rooms);
        System.err.printf(
                "%,d messages, appended and shown after %.0f s%n",
                count, (System.nanoTime() - begun) / 1e9);
        return filled;
    }

    private QueriesResult measure(List<Store> stores) {
        for (Store store : stores) {
            for (Kind kind : Kind.values()) {
                var _ = store.ask(kind, warmUp);
            }
        }
        QueriesResult result = new QueriesResult(messages);
        for (int round = 0; round < rounds; round++) {
            for (Kind kind : Kind.values()) {
                for (int size : Turns.order(round, stores.size())) {
                    result.add(kind, size, stores.get(size).ask(kind, requests));
                }
            }
        }
        return result;
    }
}
