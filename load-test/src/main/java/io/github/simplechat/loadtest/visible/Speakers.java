package io.github.simplechat.loadtest.visible;

import io.github.simplechat.api.Receipt;
import io.github.simplechat.loadtest.bench.OpenLoop;
import io.github.simplechat.loadtest.node.CommandNode;
import io.github.simplechat.loadtest.node.Rooms;
import io.github.simplechat.loadtest.node.Rooms.Room;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** People who speak in rooms, in this process. */
final class Speakers {

    private static final int MEMBERS = 8;

    private final Rooms commands;
    private final List<Room> rooms;

    /** Opens so many rooms. */
    Speakers(CommandNode node, int numberOfRooms) {
        this.commands = new Rooms(node.commands());
        this.rooms = commands.open(numberOfRooms, MEMBERS);
    }

    /** What is done with a message once it is durable. */
    @FunctionalInterface
    interface Committed {

        /**
         * It is durable.
         *
         * @param due when it was to be sent
         * @param at when its sender was told
         */
        void message(Receipt message, long due, long at);
    }

    /** Lets somebody into all rooms. */
    void letIn(UUID person) {
        rooms.forEach(room -> commands.join(room, person));
    }

    /** Speaks, each message in any room; returns when all is durable and all is done with it. */
    void speak(OpenLoop loop, Committed then) {
        loop.each(due -> {
            ThreadLocalRandom random = ThreadLocalRandom.current();
            Room room = rooms.get(random.nextInt(rooms.size()));
            Receipt said = commands.say(room, random.nextInt(MEMBERS));
            then.message(said, due, System.nanoTime());
        });
    }
}
