package io.github.simplechat.loadtest.crash;

import io.github.simplechat.loadtest.api.Account;
import io.github.simplechat.loadtest.api.ApiClient;
import io.github.simplechat.loadtest.api.ChatHttp;
import io.github.simplechat.loadtest.api.Patience;
import io.github.simplechat.loadtest.api.RoomCommands;
import io.github.simplechat.loadtest.node.Axon;
import io.github.simplechat.loadtest.node.Database;
import io.github.simplechat.loadtest.node.History;
import io.github.simplechat.loadtest.node.NodeProcess;
import io.github.simplechat.loadtest.node.PostgresServer;
import io.github.simplechat.loadtest.node.Service;
import io.github.simplechat.loadtest.node.Tampering;
import io.github.simplechat.loadtest.plan.Persona;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Services as processes of their own on one PostgreSQL server, with people and rooms. */
final class Stage implements AutoCloseable {

    private static final int PEOPLE = 8;

    private final Path folder;
    private final int databasePort = NodeProcess.freePort();
    private final List<NodeProcess.Plan> plans;
    private final List<NodeProcess> nodes = new ArrayList<>();
    private final List<RoomCommands> commands;
    private PostgresServer postgres;
    private List<Account> people = List.of();
    private List<String> rooms = List.of();

    private Stage(int numberOfNodes, boolean durable) throws IOException {
        this.folder = Files.createTempDirectory("chat-crash");
        this.postgres = PostgresServer.on(folder.resolve("postgres"), databasePort);
        if (!durable) {
            Tampering.acknowledgeTooEarly(database());
        }
        this.plans = IntStream.range(0, numberOfNodes).mapToObj(this::plan).toList();
        plans.forEach(plan -> nodes.add(plan.start()));
        ChatHttp http = new ChatHttp(Patience.NONE);
        this.commands =
                nodes.stream()
                        .map(node -> new RoomCommands(new ApiClient(node.url(), node.url(), http)))
                        .toList();
    }

    /**
     * Starts everything.
     *
     * @param durable whether the server acknowledges no commit before it is on disk
     */
    static Stage open(int numberOfNodes, int numberOfRooms, boolean durable) {
        try {
            Stage stage = new Stage(numberOfNodes, durable);
            stage.furnish(numberOfRooms);
            return stage;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private NodeProcess.Plan plan(int number) {
        return new NodeProcess.Plan(
                Service.COMMAND,
                Axon.OURS,
                List.of(),
                NodeProcess.freePort(),
                database(),
                Map.of(),
                folder.resolve("node-" + number + ".log"));
    }

    private void furnish(int numberOfRooms) {
        ApiClient api =
                new ApiClient(
                        nodes.getFirst().url(),
                        nodes.getFirst().url(),
                        new ChatHttp(Patience.DEFAULT));
        people =
                IntStream.range(0, PEOPLE)
                        .mapToObj(i -> api.enter(Persona.of("crash", "person " + i, "person " + i)))
                        .toList();
        RoomCommands opening = new RoomCommands(api);
        rooms =
                IntStream.range(0, numberOfRooms)
                        .mapToObj(i -> opening.open(people.getFirst(), "crash " + i, null))
                        .toList();
        for (String room : rooms) {
            people.forEach(person -> opening.join(person, room));
            var _ = opening.send(people.getFirst(), room, "the first word in " + room, null);
        }
        database()
                .execute("CHECKPOINT"); // whatever is lost later, people, rooms and kinds of events
        // are not
    }

    /** Lets so many people speak at once, over all nodes. */
    Senders speak(int senders) {
        List<Senders.Seat> seats =
                IntStream.range(0, senders)
                        .mapToObj(i ->
                                new Senders.Seat(
                                        people.get(i % people.size()),
                                        commands.get(i % commands.size())))
                        .toList();
        return new Senders(seats, rooms);
    }

    void killService() {
        nodes.getFirst().kill();
        nodes.set(0, plans.getFirst().start());
    }

    void killDatabase() {
        postgres.kill();
        postgres = PostgresServer.on(folder.resolve("postgres"), databasePort);
    }

    Database database() {
        return postgres.database();
    }

    /** The room in which half of all is said. */
    String busiestRoom() {
        return rooms.getFirst();
    }

    /** Sends it again with its key; whether the answer is the first one. */
    boolean isAnsweredAsBefore(Acknowledged one) {
        Account sender =
                people.stream()
                        .filter(person -> person.userId().equals(one.senderId()))
                        .findFirst()
                        .orElseThrow();
        RoomCommands.Sent again =
                commands.getFirst().send(sender, one.roomId(), one.text(), one.key());
        return again.replayed() && again.seq() == one.seq() && again.version() == one.version();
    }

    /** Ends the services and compares what they acknowledged with what is stored. */
    Findings check(List<Acknowledged> acknowledged) {
        nodes.forEach(NodeProcess::close);
        nodes.clear();
        Map<String, List<Acknowledged>> byRoom =
                acknowledged.stream().collect(Collectors.groupingBy(Acknowledged::roomId));
        try (History history = History.open(database())) {
            return rooms.stream()
                    .map(room ->
                            StoreCheck.check(
                                    history.of(UUID.fromString(room)),
                                    byRoom.getOrDefault(room, List.of())))
                    .reduce(Findings.NONE, Findings::and);
        }
    }

    @Override
    public void close() {
        nodes.forEach(NodeProcess::close);
        postgres.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(Stage::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
