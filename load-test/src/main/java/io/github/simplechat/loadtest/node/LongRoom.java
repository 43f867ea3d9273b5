package io.github.simplechat.loadtest.node;

import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.command.platform.axon.LiveFeeds;
import io.github.simplechat.loadtest.node.Rooms.Room;
import io.github.simplechat.platform.eventstore.FeedReader;
import java.time.Instant;
import java.util.UUID;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** A room whose history was written without commands, and the service's live copy of it. */
public final class LongRoom {

    private final CommandNode node;
    private final Rooms rooms;
    private final Room room;

    private LongRoom(CommandNode node, Room room) {
        this.node = node;
        this.rooms = new Rooms(node.commands());
        this.room = room;
    }

    /** Opens a room with so many members and appends so many messages to its stream. */
    public static LongRoom open(CommandNode node, int members, long messages) {
        return open(node, members, messages, LongRoom::anything);
    }

    /** As above, with what was said as the message with each number. */
    public static LongRoom open(
            CommandNode node, int members, long messages, LongFunction<String> texts) {
        LongRoom opened = new LongRoom(node, new Rooms(node.commands()).open(members));
        opened.fill(messages, texts);
        opened.forget();
        return opened;
    }

    private static String anything(long seq) {
        return "Something that was said long ago, number " + seq;
    }

    private void fill(long messages, LongFunction<String> texts) {
        long before = node.bean(FeedReader.class).version(room.id());
        try (Appending stream = new Appending(node)) {
            for (long seq = 1; seq <= messages; seq++) {
                Instant at = Instant.ofEpochSecond(seq);
                UUID author = room.member(seq);
                stream.add(
                        before + seq, MessageSent.of(room.id(), author, at, seq, texts.apply(seq)));
            }
        }
    }

    /** Its id. */
    public UUID id() {
        return room.id();
    }

    /** Lets somebody join it. */
    public void join(UUID person) {
        rooms.join(room, person);
    }

    /** Says something in it; returns when it is durable. */
    public void say(long number) {
        var _ = rooms.say(room, number);
    }

    /** Makes the service forget its live copy, as a restart would; gives what it forgot. */
    public @Nullable Object forget() {
        return node.bean(LiveFeeds.class).forget(room.id());
    }
}
