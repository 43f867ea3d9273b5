package io.github.simplechat.loadtest.node;

import io.github.simplechat.api.Receipt;
import io.github.simplechat.api.room.BanPerson;
import io.github.simplechat.api.room.CreateRoom;
import io.github.simplechat.api.room.JoinRoom;
import io.github.simplechat.api.room.LeaveRoom;
import io.github.simplechat.api.room.RemoveMember;
import io.github.simplechat.api.room.SendMessage;
import io.github.simplechat.api.room.Visibility;
import io.github.simplechat.command.platform.web.Commands;
import io.github.simplechat.loadtest.progress.Parallel;
import io.github.simplechat.loadtest.progress.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Rooms with members, and messages in them, by commands as the service's endpoints send them. */
public final class Rooms {

    private static final int AT_ONCE = 64;
    private static final String TEXT =
            "Has anybody seen this before? It works here, but not on the other machine.";

    private final Commands commands;

    /** Rooms of that service. */
    public Rooms(Commands commands) {
        this.commands = commands;
    }

    /** A room, and people who may speak in it. */
    public record Room(UUID id, List<UUID> members) {

        /** The member with a number, beginning again after the last. */
        public UUID member(long number) {
            return members.get((int) (number % members.size()));
        }
    }

    /** Opens so many rooms with so many members each. */
    public List<Room> open(int rooms, int members) {
        return new Parallel(AT_ONCE, Progress.silent())
                .map(IntStream.range(0, rooms).boxed().toList(), number -> open(members));
    }

    /** Opens a room. The first member is its owner. */
    public Room open(int members) {
        UUID id = UUID.randomUUID();
        List<UUID> people = new ArrayList<>();
        for (int i = 0; i < members; i++) {
            UUID person = UUID.randomUUID();
            people.add(person);
            var _ =
                    commands.send(
                            i == 0
                                    ? new CreateRoom(
                                            id, person, now(), "bench", Visibility.PUBLIC, null)
                                    : new JoinRoom(id, person, now(), false, members));
        }
        return new Room(id, people);
    }

    /** Lets somebody join a room. */
    public void join(Room room, UUID person) {
        var _ = commands.send(new JoinRoom(room.id(), person, now(), false, Integer.MAX_VALUE));
    }

    /** Lets somebody leave a room. */
    public Receipt leave(Room room, UUID person) {
        return commands.send(new LeaveRoom(room.id(), person, now())).receipt();
    }

    /** Lets the owner of a room remove somebody. */
    public Receipt remove(Room room, UUID person) {
        return commands.send(new RemoveMember(room.id(), room.member(0), now(), person)).receipt();
    }

    /** Lets the owner of a room ban somebody. */
    public Receipt ban(Room room, UUID person) {
        return commands.send(new BanPerson(room.id(), room.member(0), now(), person, null))
                .receipt();
    }

    /** Says something; returns when it is durable. */
    public Receipt say(Room room, long number) {
        return commands.send(SendMessage.of(room.id(), room.member(number), now(), TEXT)).receipt();
    }

    private static Instant now() {
        return Instant.ofEpochMilli(System.currentTimeMillis());
    }
}
