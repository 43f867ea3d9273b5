package io.github.simplechat.loadtest.fanout;

import io.github.simplechat.loadtest.api.Account;
import io.github.simplechat.loadtest.api.ApiClient;
import io.github.simplechat.loadtest.api.ChatHttp;
import io.github.simplechat.loadtest.api.Patience;
import io.github.simplechat.loadtest.api.RoomCommands;
import io.github.simplechat.loadtest.plan.Persona;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * People and rooms of their own for one server, so that no other hands on what is meant for it.
 *
 * @param tokens of the people, all of whom are in all rooms
 * @param rooms their ids
 */
record Stage(List<String> tokens, List<String> rooms) {

    private static final int PEOPLE = 20;

    /** The version that each room has reached: it was created (0), and all of them came in. */
    static final long VERSION = PEOPLE;

    Stage {
        tokens = List.copyOf(tokens);
        rooms = List.copyOf(rooms);
    }

    /** Made through the public API. */
    static Stage set(URI commands, int rooms) {
        ApiClient api = new ApiClient(commands, commands, new ChatHttp(Patience.DEFAULT));
        RoomCommands room = new RoomCommands(api);
        String play = UUID.randomUUID().toString();
        List<Account> people =
                IntStream.range(0, PEOPLE)
                        .mapToObj(i -> api.enter(Persona.of(play, "person " + i, "person " + i)))
                        .toList();
        List<String> ids =
                IntStream.range(0, rooms)
                        .mapToObj(i -> room.open(people.getFirst(), "fan-out " + i, null))
                        .toList();
        for (String id : ids) {
            people.stream().skip(1).forEach(person -> room.join(person, id));
        }
        return new Stage(people.stream().map(Account::token).toList(), ids);
    }

    /** Somebody's token, everybody's in turn. */
    String token(int i) {
        return tokens.get(i % tokens.size());
    }

    /** A room, each in turn. */
    String room(int i) {
        return rooms.get(i % rooms.size());
    }
}
