package io.github.simplechat.loadtest.node;

import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.loadtest.node.Rooms.Room;
import io.github.simplechat.platform.eventstore.FeedReader;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

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
        FeedReader feeds = node.bean(FeedReader.class);
        long[] before = opened.stream().mapToLong(room -> feeds.version(room.id())).toArray();
        try (Appending streams = new Appending(node)) {
            for (long number = 0; number < messages; number++) {
                int in = (int) (number % rooms);
                long seq = number / rooms + 1;
                streams.add(before[in] + seq, message(opened.get(in), number, seq));
            }
        }
        return opened;
    }

    private static MessageSent message(Room room, long number, long seq) {
        Instant at = Instant.ofEpochSecond(number);
        return MessageSent.of(room.id(), room.member(seq), at, seq, text(room.id(), seq));
    }

    /** What is said in a room as the message with a number. */
    public static String text(UUID room, long seq) {
        return "Something that was said long ago in %s, 안녕하세요, number %d".formatted(room, seq);
    }
}
