package io.github.simplechat.loadtest.visible;

import io.github.simplechat.api.Receipt;
import io.github.simplechat.loadtest.api.Account;
import io.github.simplechat.loadtest.api.ApiClient;
import io.github.simplechat.loadtest.api.ChatHttp;
import io.github.simplechat.loadtest.api.Patience;
import io.github.simplechat.loadtest.bench.OpenLoop;
import io.github.simplechat.loadtest.bench.Table;
import io.github.simplechat.loadtest.http.Line;
import io.github.simplechat.loadtest.http.Lines;
import io.github.simplechat.loadtest.node.Axon;
import io.github.simplechat.loadtest.node.CommandNode;
import io.github.simplechat.loadtest.node.Database;
import io.github.simplechat.loadtest.node.NodeProcess;
import io.github.simplechat.loadtest.node.PostgresServer;
import io.github.simplechat.loadtest.node.Service;
import io.github.simplechat.loadtest.node.TemporaryFolder;
import io.github.simplechat.loadtest.plan.Persona;
import io.github.simplechat.stores.EmbeddedMongo;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Two command services in this process, each with a database of its own, and for each of them a
 * process that follows its events and writes the same documents into a database of its own on one
 * document server, which is in this process too.
 */
final class Stage implements AutoCloseable {

    private static final int CONNECTIONS = 64;
    private static final int OK = 200;
    private static final String OURS = "ours";
    private static final String STOCK = "stock";

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final TemporaryFolder folder;
    private final PostgresServer postgres;
    private final EmbeddedMongo documents;
    private final int port = NodeProcess.freePort();
    private final CommandNode ours;
    private final CommandNode stock;
    private final Watch oursWatch;
    private final Watch stockWatch;
    private final NodeProcess oursFollower;
    private final Account reader;
    private final Speakers oursSpeakers;
    private final Speakers stockSpeakers;

    /** Starts all and opens so many rooms on each side. */
    Stage(int rooms) {
        try {
            folder = keep(TemporaryFolder.create());
            postgres = keep(PostgresServer.counting());
            documents = keep(EmbeddedMongo.start());
            Database oursData = postgres.database().create(OURS);
            Database stockData = postgres.database().create(STOCK);
            ours = keep(CommandNode.start(Axon.OURS, oursData, port));
            stock = keep(CommandNode.start(Axon.STOCK_UNSEALED, stockData));
            oursFollower = keep(follower(Axon.OURS, oursData, OURS));
            var _ = keep(follower(Axon.STOCK_UNSEALED, stockData, STOCK));
            oursWatch = keep(new Watch(documents.url(), OURS));
            stockWatch = keep(new Watch(documents.url(), STOCK));
            reader =
                    new ApiClient(
                                    NodeProcess.url(port),
                                    oursFollower.url(),
                                    new ChatHttp(Patience.DEFAULT))
                            .enter(Persona.of("visible", "reader", "reader"));
            oursSpeakers = new Speakers(ours, rooms);
            stockSpeakers = new Speakers(stock, rooms);
            oursSpeakers.letIn(UUID.fromString(reader.userId()));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private <T extends AutoCloseable> T keep(T part) {
        opened.push(part);
        return part;
    }

    private NodeProcess follower(Axon axon, Database database, String name) {
        return new NodeProcess.Plan(
                        Service.QUERY,
                        axon,
                        List.of(),
                        NodeProcess.freePort(),
                        database,
                        Map.of(
                                "CHAT_MONGODB_URI",
                                documents.url(name),
                                "CHAT_SEARCH_FOLDER",
                                folder.path().resolve("search-" + name).toString(),
                                "CHAT_TOKEN_JWKS_URI",
                                NodeProcess.url(port) + "/.well-known/jwks.json"),
                        folder.path().resolve(name + ".log"))
                .start();
    }

    /** Until the document of our timeline is there. */
    Delays ours(OpenLoop loop) {
        return documents(loop, oursSpeakers, oursWatch);
    }

    /** Until the document that the stock processor has written is there. */
    Delays stock(OpenLoop loop) {
        return documents(loop, stockSpeakers, stockWatch);
    }

    private static Delays documents(OpenLoop loop, Speakers speakers, Watch watch) {
        speakers.speak(
                loop,
                (message, due, at) ->
                        watch.expect(message.feedId() + ":" + message.seq(), due, at));
        return watch.finish();
    }

    /** Until a request for history with the version of the command's answer is answered. */
    Delays history(OpenLoop loop) {
        Delays delays = new Delays();
        try (Lines lines = new Lines(oursFollower.url(), CONNECTIONS)) {
            oursSpeakers.speak(
                    loop,
                    (message, due, at) -> {
                        byte[] page = lines.exchange(Line.get(path(message), reader.token()), OK);
                        long now = System.nanoTime();
                        delays.add(now - due, now - at);
                        if (page.length == 0) {
                            throw new IllegalStateException("An empty page");
                        }
                    });
        }
        return delays;
    }

    private static String path(Receipt message) {
        return "/v1/rooms/%s/messages?limit=1&minVersion=%d"
                .formatted(message.feedId(), message.version());
    }

    /** What makes a commit durable. */
    String durability() {
        return postgres.database().durability();
    }

    /** Ends the command services, and counts what the followers ask when nothing happens. */
    Table idle(int seconds) {
        ours.close();
        stock.close();
        pause(2);
        Map<String, Long> before = asked();
        pause(seconds);
        Map<String, Long> after = asked();
        Table table = new Table("idle, statements on PostgreSQL", "a second");
        after.forEach((what, count) ->
                table.row(
                        what,
                        "%.1f"
                                .formatted(
                                        (count - before.getOrDefault(what, 0L))
                                                / (double) seconds)));
        return table;
    }

    private Map<String, Long> asked() {
        Map<String, Long> asked = new LinkedHashMap<>();
        asked.put("query node, of the event store", postgres.executed(OURS, "%events.%"));
        asked.put("query node, all", postgres.executed(OURS, "%"));
        asked.put("stock processor, of the event store", postgres.executed(STOCK, "%omain%vent%"));
        asked.put("stock processor and the node it is in, all", postgres.executed(STOCK, "%"));
        return asked;
    }

    private static void pause(int seconds) {
        try {
            Thread.sleep(seconds * 1_000L);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Closes what was opened, the last one first. */
    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                System.err.println("Not closed: " + e.getMessage());
            }
        }
    }
}
