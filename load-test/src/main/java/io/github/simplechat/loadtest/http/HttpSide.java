package io.github.simplechat.loadtest.http;

import io.github.simplechat.loadtest.api.Account;
import io.github.simplechat.loadtest.api.ApiClient;
import io.github.simplechat.loadtest.api.ChatHttp;
import io.github.simplechat.loadtest.api.Patience;
import io.github.simplechat.loadtest.api.RoomCommands;
import io.github.simplechat.loadtest.bench.ClosedLoop;
import io.github.simplechat.loadtest.bench.OpenLoop;
import io.github.simplechat.loadtest.bench.Round;
import io.github.simplechat.loadtest.node.NodeProcess;
import io.github.simplechat.loadtest.plan.Persona;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/** A service, people and rooms, and open connections to it. */
final class HttpSide {

    private static final int PEOPLE = 16;
    private static final int CREATED = 201;
    private static final String TEXT =
            "{\"text\":\"Has anybody seen this before? It works here, but not on the other"
                    + " machine.\"}";

    private final List<Account> people;
    private final List<String> rooms;
    private final Lines lines;

    /** Registers people, who all join all rooms. */
    HttpSide(NodeProcess node, int numberOfRooms, int connections) {
        ApiClient api = new ApiClient(node.url(), node.url(), new ChatHttp(Patience.DEFAULT));
        RoomCommands commands = new RoomCommands(api);
        this.people =
                IntStream.range(0, PEOPLE)
                        .mapToObj(i -> api.enter(Persona.of("http", "person " + i, "person " + i)))
                        .toList();
        this.rooms =
                IntStream.range(0, numberOfRooms)
                        .mapToObj(i -> commands.open(people.getFirst(), "http " + i, null))
                        .toList();
        for (String room : rooms) {
            people.forEach(person -> commands.join(person, room));
        }
        this.lines = new Lines(node.url(), connections);
    }

    /** As fast as the answers come. */
    Round closed(ClosedLoop loop, boolean withKeys) {
        return loop.run((caller, number) -> send(withKeys));
    }

    /** At a fixed rate, without keys. */
    Histogram open(OpenLoop loop) {
        return loop.run(() -> send(false));
    }

    private void send(boolean withKey) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String path = "/v1/rooms/" + rooms.get(random.nextInt(rooms.size())) + "/messages";
        String key = withKey ? "Idempotency-Key: " + UUID.randomUUID() + "\r\n" : "";
        String token = people.get(random.nextInt(PEOPLE)).token();
        var _ = lines.exchange(Line.post(path, token, key, TEXT), CREATED);
    }
}
