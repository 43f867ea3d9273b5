package io.github.simplechat.loadtest.baseline;

import io.github.simplechat.loadtest.api.Account;
import io.github.simplechat.loadtest.api.ApiClient;
import io.github.simplechat.loadtest.api.RoomCommands;
import io.github.simplechat.loadtest.live.Listener;
import io.github.simplechat.loadtest.live.LiveFeed;
import io.github.simplechat.loadtest.plan.Persona;
import io.github.simplechat.loadtest.progress.Parallel;
import io.github.simplechat.loadtest.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Fresh rooms with their people, who are the same in every run.
 *
 * @param seats who writes where; neighbours are in different rooms
 * @param rooms the rooms
 */
record Crowd(List<Seat> seats, List<Room> rooms) implements AutoCloseable {

    private static final int AT_ONCE = 16;

    /** A person in a room. */
    record Seat(Account account, Room room) {}

    /** A room and who listens to it. */
    record Room(String roomId, List<Listener> listeners) {}

    static Crowd gather(
            BaselineSettings settings, ApiClient api, LiveFeed feed, Progress progress) {
        int perRoom = settings.senders() + settings.listeners();
        List<Persona> personas = new ArrayList<>();
        for (int r = 0; r < settings.rooms(); r++) {
            for (int p = 0; p < perRoom; p++) {
                personas.add(Persona.of("base", "seat\n" + r + "\n" + p, "seat " + r + " " + p));
            }
        }
        Parallel parallel = new Parallel(AT_ONCE, progress);
        List<Account> people = parallel.map("people", personas, api::enter);
        List<Integer> numbers = IntStream.range(0, settings.rooms()).boxed().toList();
        List<List<Seat>> seats =
                parallel.map(
                        "rooms",
                        numbers,
                        r ->
                                open(
                                        "baseline " + r,
                                        people.subList(r * perRoom, (r + 1) * perRoom),
                                        settings.senders(),
                                        api,
                                        feed));
        return new Crowd(
                interleave(seats), seats.stream().map(room -> room.getFirst().room()).toList());
    }

    /** Who sends the message of that number. */
    Seat seat(long number) {
        return seats.get((int) (number % seats.size()));
    }

    List<Listener> listeners() {
        return rooms.stream().flatMap(room -> room.listeners().stream()).toList();
    }

    @Override
    public void close() {
        listeners().forEach(Listener::close);
    }

    /** A fresh room. The first people write, the others listen. */
    private static List<Seat> open(
            String name, List<Account> people, int senders, ApiClient api, LiveFeed feed) {
        RoomCommands commands = new RoomCommands(api);
        String roomId = commands.open(people.getFirst(), name, null);
        people.forEach(person -> commands.join(person, roomId));
        Room room =
                new Room(
                        roomId,
                        people.stream()
                                .skip(senders)
                                .map(person -> new Listener(feed, api, person, roomId))
                                .toList());
        return people.stream().limit(senders).map(person -> new Seat(person, room)).toList();
    }

    /** Room by room becomes seat by seat, so that one after the other loads all rooms evenly. */
    private static List<Seat> interleave(List<List<Seat>> rooms) {
        List<Seat> mixed = new ArrayList<>();
        for (int s = 0; s < rooms.getFirst().size(); s++) {
            for (List<Seat> room : rooms) {
                mixed.add(room.get(s));
            }
        }
        return mixed;
    }
}
