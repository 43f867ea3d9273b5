package io.github.simplechat.loadtest.reconnect;

import io.github.simplechat.loadtest.crowd.Crowd;
import io.github.simplechat.loadtest.crowd.Guest;
import io.github.simplechat.loadtest.node.LiveSide;
import io.github.simplechat.loadtest.node.Relay;
import io.github.simplechat.loadtest.node.Rooms.Room;
import io.github.simplechat.loadtest.proof.Tally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** Clients of one relay, all of whose connections end at once while people go on speaking. */
final class Reconnection implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration QUIET = Duration.ofMillis(500);
    private static final Duration LIVE = Duration.ofSeconds(1);
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int COMING_FIRST = 500;

    private final LiveSide live;
    private final Relay relay;
    private final List<Room> rooms;
    private final AtomicLongArray versions;
    private final List<Guest> guests = new ArrayList<>();
    private final Crowd crowd;
    private final int perSecond;
    private final long[] wanted;
    private final Set<Guest> waited = new HashSet<>();
    private final Histogram times = new Histogram(3);
    private long returned;

    /** Which side ends the connections. */
    enum Cut {
        /** The clients, with a reset. */
        CLIENT,
        /** The relay, which is killed and started again. */
        SERVER
    }

    /** Opens the rooms, and lets everybody come. */
    Reconnection(LiveSide live, Relay relay, int clients, int numberOfRooms, int perSecond) {
        this.live = live;
        this.relay = relay;
        this.perSecond = perSecond;
        this.rooms = live.rooms().open(numberOfRooms, clients / numberOfRooms);
        this.versions = new AtomicLongArray(numberOfRooms);
        this.wanted = new long[numberOfRooms];
        for (int i = 0; i < numberOfRooms; i++) {
            Room room = rooms.get(i);
            versions.set(i, room.members().size() - 1L);
            for (UUID member : room.members()) {
                guests.add(new Guest(live.token(member), room.id().toString(), i, relay.port()));
            }
        }
        this.crowd = new Crowd(guests, this::heard);
        for (int i = 0; i < guests.size(); i += COMING_FIRST) {
            List<Guest> some = guests.subList(i, Math.min(guests.size(), i + COMING_FIRST));
            crowd.come(some);
            require(crowd.serve(() -> some.stream().allMatch(Guest::isListening), PATIENCE));
        }
    }

    private void require(boolean came) {
        if (!came) {
            throw new IllegalStateException("Not everybody came: " + crowd.failures());
        }
    }

    /** One cut, and all that comes of it. */
    Return run(Cut cut, Duration away) {
        Return result;
        try (Talk _ = new Talk(live.rooms(), rooms, versions, perSecond)) {
            serveFor(LIVE);
            result = cutAndReturn(cut, away);
            serveFor(LIVE);
        }
        settle();
        long shown = guests.stream().mapToLong(guest -> guest.seen().count()).sum();
        return result.and(shown, check());
    }

    private Return cutAndReturn(Cut cut, Duration away) {
        long readsBefore = live.feedReads();
        long spokenBefore = spoken();
        long cutAt = System.nanoTime();
        if (cut == Cut.SERVER) {
            relay.kill();
            crowd.cut();
            relay.startAgain();
        } else {
            crowd.cut();
            LockSupport.parkNanos(away.toNanos());
        }
        long microsBefore = relay.micros();
        long least = comeBack();
        var _ = crowd.serve(waited::isEmpty, PATIENCE);
        long resumedAt = System.nanoTime();
        return new Return(
                cut,
                guests.size() - waited.size(),
                (resumedAt - cutAt) / NANOS_PER_SECOND,
                (resumedAt - returned) / NANOS_PER_SECOND,
                times.copy(),
                least,
                spoken() - spokenBefore,
                live.feedReads() - readsBefore,
                relay.micros() - microsBefore,
                crowd.failures(),
                0,
                Tally.CLEAN);
    }

    /** All come at once; the least that any of them has missed. */
    private long comeBack() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = versions.get(i);
        }
        for (Guest guest : guests) {
            least = Math.min(least, wanted[guest.room()] - guest.seen().newest());
        }
        times.reset();
        waited.addAll(guests);
        returned = System.nanoTime();
        crowd.come();
        return least;
    }

    private void heard(Guest guest) {
        if (guest.isListening()
                && guest.seen().newest() >= wanted[guest.room()]
                && waited.remove(guest)) {
            times.recordValue(System.nanoTime() - returned);
        }
    }

    private long spoken() {
        long sum = 0;
        for (int i = 0; i < wanted.length; i++) {
            sum += versions.get(i);
        }
        return sum;
    }

    private void serveFor(Duration time) {
        var _ = crowd.serve(() -> false, time);
    }

    /** Nobody speaks any more; everybody hears the end of it. */
    private void settle() {
        var _ =
                crowd.serve(
                        () ->
                                guests.stream()
                                        .allMatch(guest ->
                                                guest.seen().newest()
                                                        >= versions.get(guest.room())),
                        PATIENCE);
        serveFor(QUIET);
    }

    /** What everybody was shown, beside what was said. */
    private Tally check() {
        Tally sum = Tally.CLEAN;
        for (Guest guest : guests) {
            long last = versions.get(guest.room());
            sum = sum.plus(guest.seen().upTo(last));
            guest.seen().begin(last);
        }
        return sum;
    }

    @Override
    public void close() {
        crowd.close();
    }
}
