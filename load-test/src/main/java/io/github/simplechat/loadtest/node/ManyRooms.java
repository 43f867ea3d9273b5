package io.github.simplechat.loadtest.node;

import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.loadtest.node.Rooms.Room;
import io.github.simplechat.platform.eventstore.FeedReader;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.LongFunction;

/** Rooms whose history was written without commands, all rooms at the same time. */
public final class ManyRooms {

    private ManyRooms() {}

    /**
     * Opens rooms and appends messages to their streams, one to each in turn.
     *
     * @param messages of all rooms together
     * @return the rooms; each has the messages {@code seq} 1 … n with {@link #text}
     */
    public static List<Room> open(CommandNode node, int rooms, int members, long messages) {
        List<Room> opened = new Rooms(node.commands()).open(rooms, members);
        var _ =
                fill(
                        node,
                        opened,
                        messages,
                        number ->
                                text(opened.get((int) (number % rooms)).id(), number / rooms + 1));
        return opened;
    }

    /**
     * Appends messages to the streams of rooms that have none, one to each in turn: the message
     * with a number, from 0 on, is in room {@code number % rooms} as {@code seq} {@code number /
     * rooms + 1}, by its {@link Room#member} of that {@code seq}, sent so many seconds after 1970.
     *
     * @param texts what is said as the message with a number
     * @return of each room the version before its first message
     */
    public static List<Long> fill(
            CommandNode node, List<Room> rooms, long messages, LongFunction<String> texts) {
        FeedReader feeds = node.bean(FeedReader.class);
        List<Long> before = rooms.stream().map(room -> feeds.version(room.id())).toList();
        try (Appending streams = new Appending(node)) {
            for (long number = 0; number < messages; number++) {
                int in = (int) (number % rooms.size());
                long seq = number / rooms.size() + 1;
                Room room = rooms.get(in);
                Instant at = Instant.ofEpochSecond(number);
                streams.add(
                        before.get(in) + seq,
                        MessageSent.of(room.id(), room.member(seq), at, seq, texts.apply(number)));
            }
        }
        return before;
    }

    /** What is said in a room as the message with a number. */
    public static String text(UUID room, long seq) {
        return "Something that was said long ago in %s, 안녕하세요, number %d".formatted(room, seq);
    }
}
