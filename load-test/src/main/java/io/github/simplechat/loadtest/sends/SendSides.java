package io.github.simplechat.loadtest.sends;

import io.github.simplechat.loadtest.bench.ClosedLoop;
import io.github.simplechat.loadtest.bench.Round;
import io.github.simplechat.loadtest.node.CommandNode;
import io.github.simplechat.loadtest.node.Rooms;
import io.github.simplechat.loadtest.node.Rooms.Room;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Sends to one service: to any of many rooms, and all to one. */
public final class SendSides {

    private static final int MEMBERS = 8;

    private final Rooms rooms;
    private final int senders;
    private final List<Room> many;
    private final Room hot;

    /** Opens the rooms. */
    public SendSides(CommandNode node, int numberOfRooms, int senders) {
        this.rooms = new Rooms(node.commands());
        this.senders = senders;
        this.many = rooms.open(numberOfRooms, MEMBERS);
        this.hot = rooms.open(senders);
    }

    int senders() {
        return senders;
    }

    /** Every send goes to a room at random. */
    public Round many(ClosedLoop loop) {
        return loop.run((caller, number) ->
                rooms.say(many.get(ThreadLocalRandom.current().nextInt(many.size())), caller));
    }

    /** Every send goes to the same room, from a member of its own for each sender. */
    Round hot(ClosedLoop loop) {
        return loop.run((caller, number) -> rooms.say(hot, caller));
    }
}
