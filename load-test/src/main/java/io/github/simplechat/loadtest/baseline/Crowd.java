package io.github.simplechat.loadtest.baseline;

import io.github.simplechat.loadtest.api.Account;
import io.github.simplechat.loadtest.api.ApiClient;
import io.github.simplechat.loadtest.api.RoomCommands;
import io.github.simplechat.loadtest.live.Listener;
import io.github.simplechat.loadtest.live.LiveFeed;
import io.github.simplechat.loadtest.plan.Persona;
import io.github.simplechat.loadtest.progress.Progress;
import java.util.ArrayList;
import java.util.List;

/**
 * Fresh rooms with their people, who are the same in every run.
 *
 * @param seats who writes where; neighbours are in different rooms
 * @param rooms the rooms
 */
record Crowd(List<Seat> seats, List<Room> rooms) implements AutoCloseable {

    /** A person in a room. */
    record Seat(Account account, Room room) {}

    /** A room and who listens to it. */
    record Room(String roomId, List<Listener> listeners) {}

    static Crowd gather(
            BaselineSettings settings, ApiClient api, LiveFeed feed, Progress progress) {
        RoomCommands commands = new RoomCommands(api);
        int perRoom = settings.senders() + settings.listeners();
        List<Room> rooms = new ArrayList<>();
        List<Seat> seats = new ArrayList<>();
        try (Progress.Task task =
                progress.begin("people", (long) settings.rooms() * perRoom)) {
            for (int r = 0; r < settings.rooms(); r++) {
                List<Account> people = new ArrayList<>();
                for (int p = 0; p < perRoom; p++) {
                    String identity = "seat\n" + r + "\n" + p;
                    people.add(api.enter(Persona.of("base", identity, "seat " + r + " " + p)));
                    task.step();
                }
                rooms.add(open(r, people, settings, commands, api, feed, seats));
            }
        }
        return new Crowd(interleave(seats, settings), rooms);
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

    private static Room open(
            int number,
            List<Account> people,
            BaselineSettings settings,
            RoomCommands commands,
            ApiClient api,
            LiveFeed feed,
            List<Seat> seats) {
        String roomId = commands.open(people.getFirst(), "baseline " + number, null);
        List<Listener> listeners = new ArrayList<>();
        Room room = new Room(roomId, listeners);
        for (int p = 0; p < people.size(); p++) {
            Account person = people.get(p);
            commands.join(person, roomId);
            if (p < settings.senders()) {
                seats.add(new Seat(person, room));
            } else {
                listeners.add(new Listener(feed, api, person, roomId));
            }
        }
        return room;
    }

    /** Room by room becomes seat by seat, so that one after the other loads all rooms evenly. */
    private static List<Seat> interleave(List<Seat> seats, BaselineSettings settings) {
        List<Seat> mixed = new ArrayList<>();
        for (int s = 0; s < settings.senders(); s++) {
            for (int r = 0; r < settings.rooms(); r++) {
                mixed.add(seats.get(r * settings.senders() + s));
            }
        }
        return mixed;
    }
}
