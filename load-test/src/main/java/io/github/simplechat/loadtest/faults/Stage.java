package io.github.simplechat.loadtest.faults;

import io.github.simplechat.loadtest.api.Account;
import io.github.simplechat.loadtest.api.ApiClient;
import io.github.simplechat.loadtest.api.ChatHttp;
import io.github.simplechat.loadtest.api.Patience;
import io.github.simplechat.loadtest.node.Axon;
import io.github.simplechat.loadtest.node.CommandNode;
import io.github.simplechat.loadtest.node.Database;
import io.github.simplechat.loadtest.node.History;
import io.github.simplechat.loadtest.node.NodeProcess;
import io.github.simplechat.loadtest.node.PostgresServer;
import io.github.simplechat.loadtest.node.RedisServer;
import io.github.simplechat.loadtest.node.Rooms;
import io.github.simplechat.loadtest.node.Rooms.Room;
import io.github.simplechat.loadtest.node.Service;
import io.github.simplechat.loadtest.node.TemporaryFolder;
import io.github.simplechat.loadtest.plan.Persona;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * PostgreSQL, Redis, two relay nodes as processes of their own, a command service in this process,
 * and rooms whose members can listen.
 */
final class Stage implements AutoCloseable {

    private static final int NODES = 2;
    private static final int WRITERS = 8;
    private static final int LISTENERS = 18;
    private static final String MANY = "5000";

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final CommandNode commands;
    private final RedisServer redis;
    private final List<NodeProcess> relays = new ArrayList<>();
    private final List<Room> rooms;
    private final Entrances entrances;

    /**
     * Starts all and opens so many rooms.
     *
     * @param sweep how often the relay nodes compare feeds with the event store
     */
    Stage(int numberOfRooms, Duration sweep) {
        try {
            Path folder = keep(TemporaryFolder.create()).path();
            Database database = keep(PostgresServer.temporary()).database();
            redis = keep(RedisServer.on(folder.resolve("redis")));
            int port = NodeProcess.freePort();
            commands = keep(CommandNode.start(Axon.OURS, database, port));
            for (int number = 1; number <= NODES; number++) {
                Path log = folder.resolve("relay-" + number + ".log");
                relays.add(keep(relay(database, port, sweep, log)));
            }
            ChatHttp http = new ChatHttp(Patience.DEFAULT);
            ApiClient api = new ApiClient(NodeProcess.url(port), NodeProcess.url(port), http);
            List<Account> people =
                    IntStream.range(0, LISTENERS)
                            .mapToObj(i ->
                                    api.enter(Persona.of("faults", "person " + i, "person " + i)))
                            .toList();
            List<URI> addresses = relays.stream().map(NodeProcess::url).toList();
            entrances = Entrances.to(addresses, api, http.client(), people);
            rooms = new Rooms(commands.commands()).open(numberOfRooms, WRITERS);
            letIn(people);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private <T extends AutoCloseable> T keep(T part) {
        opened.push(part);
        return part;
    }

    private NodeProcess relay(Database database, int keys, Duration sweep, Path log) {
        int port = NodeProcess.freePort();
        return new NodeProcess.Plan(
                        Service.RELAY,
                        Axon.OURS,
                        List.of(),
                        port,
                        database,
                        Map.of(
                                "CHAT_LIVE_PORT",
                                Integer.toString(port),
                                "CHAT_REDIS_URL",
                                redis.url(),
                                "CHAT_TOKEN_JWKS_URI",
                                NodeProcess.url(keys) + "/.well-known/jwks.json",
                                "CHAT_RELAY_CONNECTIONSPERPERSON",
                                MANY,
                                "CHAT_RELAY_CONNECTIONSPERADDRESS",
                                MANY,
                                "CHAT_RELAY_SWEEPINTERVAL",
                                sweep.toMillis() + "ms"),
                        log)
                .start();
    }

    private void letIn(List<Account> people) {
        Rooms doors = new Rooms(commands.commands());
        for (Room room : rooms) {
            people.forEach(person -> doors.join(room, UUID.fromString(person.userId())));
        }
    }

    RedisServer redis() {
        return redis;
    }

    /** Lets people listen; returns when they all do. */
    Audience listen(long seed, Duration patience) {
        return new Audience(entrances, rooms.stream().map(Room::id).toList(), seed, patience);
    }

    /** Lets people speak. */
    Writers speak(int perSecond) {
        return new Writers(new Rooms(commands.commands()), rooms, perSecond);
    }

    /** The last version of each room, by what is stored. */
    Map<UUID, Long> lasts() {
        History history = History.of(commands);
        Map<UUID, Long> lasts = new HashMap<>();
        for (Room room : rooms) {
            lasts.put(room.id(), history.of(room.id()).getLast().version());
        }
        return lasts;
    }

    /** Ends what was started, the last one first. */
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
