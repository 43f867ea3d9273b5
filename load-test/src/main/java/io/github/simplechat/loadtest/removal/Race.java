package io.github.simplechat.loadtest.removal;

import io.github.simplechat.loadtest.node.Rooms;
import io.github.simplechat.loadtest.node.Rooms.Room;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A room in which the owner says many things at once, while two others have to go: one who has been
 * listening, and one who begins to listen in the middle of it.
 */
final class Race {

    static final int MEMBERS = 3;

    private static final int LISTENING = 1;
    private static final int COMING = 2;
    private static final Farewell[] FAREWELLS = Farewell.values();

    private final Room room;
    private final AtomicLong newest = new AtomicLong();
    private final List<Going> going;

    /** Somebody who has to go. */
    static final class Going {

        private final UUID person;
        private final Farewell farewell;
        private volatile long version = Long.MAX_VALUE;
        private volatile long acknowledged;

        Going(UUID person, Farewell farewell) {
            this.person = person;
            this.farewell = farewell;
        }

        UUID person() {
            return person;
        }

        /** The last version that they may be shown; the largest number before that is known. */
        long version() {
            return version;
        }

        /** When whoever wanted it was told that they are gone. */
        long acknowledged() {
            return acknowledged;
        }
    }

    /**
     * In a room with so many members.
     *
     * @param number decides how the two go
     */
    Race(Room room, int number) {
        this.room = room;
        this.going =
                List.of(
                        new Going(room.member(LISTENING), FAREWELLS[number % FAREWELLS.length]),
                        new Going(room.member(COMING), FAREWELLS[(number + 1) % FAREWELLS.length]));
    }

    UUID room() {
        return room.id();
    }

    /** Who stays. */
    UUID owner() {
        return room.member(0);
    }

    /** Who listens from the beginning and has to go. */
    Going listening() {
        return going.get(0);
    }

    /** Who begins to listen in the middle of it and has to go. */
    Going coming() {
        return going.get(1);
    }

    /** The last version of the room so far. */
    long newest() {
        return newest.get();
    }

    /** What happens in it, in any order; each is to be done on a thread of its own. */
    List<Runnable> burst(Rooms rooms, int messages, Random random) {
        List<Runnable> all = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            all.add(() -> reached(rooms.say(room, 0).version()));
        }
        for (Going one : going) {
            all.add(() -> end(rooms, one));
        }
        Collections.shuffle(all, random);
        return all;
    }

    private void end(Rooms rooms, Going one) {
        long version = one.farewell.end(rooms, room, one.person);
        one.acknowledged = System.nanoTime();
        one.version = version;
        reached(one.farewell == Farewell.BANNED ? version + 1 : version);
    }

    private void reached(long version) {
        newest.accumulateAndGet(version, Math::max);
    }
}
