package io.github.simplechat.loadtest.underload;

import io.github.simplechat.loadtest.api.Account;
import io.github.simplechat.loadtest.api.ApiClient;
import io.github.simplechat.loadtest.api.ApiFailure;
import io.github.simplechat.loadtest.api.ChatHttp;
import io.github.simplechat.loadtest.api.Patience;
import io.github.simplechat.loadtest.api.Rebuilds;
import io.github.simplechat.loadtest.node.Axon;
import io.github.simplechat.loadtest.node.CommandNode;
import io.github.simplechat.loadtest.node.Database;
import io.github.simplechat.loadtest.node.DocumentServer;
import io.github.simplechat.loadtest.node.ManyRooms;
import io.github.simplechat.loadtest.node.NodeProcess;
import io.github.simplechat.loadtest.node.PostgresServer;
import io.github.simplechat.loadtest.node.Rooms;
import io.github.simplechat.loadtest.node.Service;
import io.github.simplechat.loadtest.node.TemporaryFolder;
import io.github.simplechat.loadtest.plan.Persona;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * A full event store, a command service in this process, which signs people in, and a document
 * server and a query node in processes of their own. The document server outlives the node.
 */
final class Stage implements AutoCloseable {

    /** How long anything may take that is waited for. */
    static final long PATIENCE = TimeUnit.MINUTES.toNanos(10);

    private static final String ADMIN = "administrator";
    private static final String PASSWORD = "only-for-an-experiment";
    private static final int MEMBERS = 8;
    private static final long MILLIS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long DOCUMENT_BYTES = 12_000; // of some generations together, for each
    private static final long LEAST_MEMORY = 1_000_000_000;

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final NodeProcess.Plan plan;
    private final DocumentServer documents;
    private final Content content;
    private final Account reader;
    private final Rebuilds rebuilds;
    private NodeProcess node;

    /** Starts all and fills the store; returns when every query is answered. */
    Stage(long events, int rooms) {
        try {
            int port = NodeProcess.freePort();
            TemporaryFolder folder = keep(TemporaryFolder.create());
            Database database = keep(PostgresServer.temporary()).database().create("chat");
            documents =
                    keep(
                            DocumentServer.start(
                                    megabytes(events), folder.path().resolve("documents.log")));
            CommandNode commands = keep(CommandNode.start(Axon.OURS, database, port, settings()));
            plan = plan(port, database, folder);
            ApiClient api =
                    new ApiClient(
                            NodeProcess.url(port),
                            NodeProcess.url(plan.port()),
                            new ChatHttp(Patience.DEFAULT));
            reader = api.enter(Persona.of("underload", "reader", "reader"));
            content = fill(commands, UUID.fromString(reader.userId()), rooms, events);
            database.execute("VACUUM (ANALYZE)"); // now, and not in the middle
            node = plan.start();
            opened.push(() -> node.close());
            rebuilds = new Rebuilds(api, api.login(new Persona(ADMIN, PASSWORD, ADMIN)));
            awaitCaughtUp();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private <T extends AutoCloseable> T keep(T part) {
        opened.push(part);
        return part;
    }

    private static String megabytes(long events) {
        return Math.max(LEAST_MEMORY, events * DOCUMENT_BYTES) / 1_000_000 + "m";
    }

    private static Map<String, String> settings() {
        return Map.of(
                "CHAT_ADMIN_USERNAME", ADMIN,
                "CHAT_ADMIN_PASSWORD", PASSWORD,
                "CHAT_ACCOUNT_ACCESSTTL", "12h");
    }

    private NodeProcess.Plan plan(int port, Database database, TemporaryFolder folder) {
        return new NodeProcess.Plan(
                Service.QUERY,
                Axon.OURS,
                List.of(),
                NodeProcess.freePort(),
                database,
                Map.of(
                        "CHAT_MONGODB_URI",
                        documents.url(),
                        "CHAT_SEARCH_FOLDER",
                        folder.path().resolve("search").toString(),
                        "CHAT_TOKEN_JWKS_URI",
                        NodeProcess.url(port) + "/.well-known/jwks.json"),
                folder.path().resolve("query.log"));
    }

    private static Content fill(CommandNode node, UUID reader, int count, long messages) {
        Rooms commands = new Rooms(node.commands());
        List<Rooms.Room> rooms = commands.open(count, MEMBERS);
        rooms.forEach(room -> commands.join(room, reader));
        List<Long> before = ManyRooms.fill(node, rooms, messages, Content::text);
        return new Content(
                IntStream.range(0, count)
                        .mapToObj(i ->
                                new Content.Room(
                                        rooms.get(i).id(), rooms.get(i).members(), before.get(i)))
                        .toList(),
                messages);
    }

    private void awaitCaughtUp() {
        long deadline = System.nanoTime() + PATIENCE;
        while (!rebuilds.areCaughtUp()) {
            pause(500);
            if (System.nanoTime() - deadline > 0) {
                throw new ApiFailure("The query node has not taken in all events in time.");
            }
        }
    }

    /** Kills the query node as a crash would. */
    void killNode() {
        node.kill();
    }

    /** Starts the query node again; returns when it serves. */
    void startNode() {
        node = plan.start();
    }

    NodeProcess node() {
        return node;
    }

    Content content() {
        return content;
    }

    String token() {
        return reader.token();
    }

    Rebuilds rebuilds() {
        return rebuilds;
    }

    String describe() {
        return documents.describe();
    }

    static void pause(long millis) {
        LockSupport.parkNanos(millis * MILLIS);
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
