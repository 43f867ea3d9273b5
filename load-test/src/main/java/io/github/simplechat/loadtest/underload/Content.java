package io.github.simplechat.loadtest.underload;

import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;

/**
 * What is in the store, so that every answer is known before it is asked for. Message {@code n},
 * from 0 on, is in room {@code n % rooms} as {@code seq} {@code n / rooms + 1}.
 *
 * @param messages how many there are in all rooms together
 */
record Content(List<Room> rooms, long messages) {

    private static final int OF_A_TOPIC = 20;

    /**
     * A room.
     *
     * @param members who speak in it, in turn
     * @param before its version before its first message; each message is one version
     */
    record Room(UUID id, List<UUID> members, long before) {

        UUID author(long seq) {
            return members.get((int) (seq % members.size()));
        }
    }

    /** A message by its place. */
    record Place(UUID room, long seq) {}

    /** What is said as the message with a number. */
    static String text(long number) {
        return "Something that was said long ago, 안녕하세요, as number %d: %s, about %s"
                .formatted(number, Word.of(2 * number), topic(number));
    }

    /** The word that a message has in common with a few others, and with no more. */
    static String topic(long number) {
        return Word.of(2 * (number / OF_A_TOPIC) + 1);
    }

    Room room(long number) {
        return rooms.get((int) (number % rooms.size()));
    }

    Place place(long number) {
        return new Place(room(number).id(), number / rooms.size() + 1);
    }

    /** The number of the last message of the room with an index. */
    long lastSeq(int room) {
        return messages / rooms.size() + (room < messages % rooms.size() ? 1 : 0);
    }

    /** What is said in the room with an index as its message with that {@code seq}. */
    String text(int room, long seq) {
        return text((seq - 1) * rooms.size() + room);
    }

    /** All messages with the topic of one, the latest first. */
    List<Place> about(long number) {
        long first = number / OF_A_TOPIC * OF_A_TOPIC;
        long after = Math.min(first + OF_A_TOPIC, messages);
        return LongStream.range(first, after).mapToObj(n -> place(first + after - 1 - n)).toList();
    }
}
