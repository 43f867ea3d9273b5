package io.github.simplechat.loadtest.removal;

import io.github.simplechat.loadtest.crowd.Crowd;
import io.github.simplechat.loadtest.crowd.Guest;
import io.github.simplechat.loadtest.node.LiveSide;
import io.github.simplechat.loadtest.node.Relay;
import io.github.simplechat.loadtest.proof.Tally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** Races that are run at the same time, each listened to on every node. */
final class Wave implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration QUIET = Duration.ofMillis(200);
    private static final long SPREAD = TimeUnit.MILLISECONDS.toNanos(60);

    private final LiveSide live;
    private final List<Race> races = new ArrayList<>();
    private final List<Guest> staying = new ArrayList<>();
    private final List<Guest> listening = new ArrayList<>();
    private final List<Guest> coming = new ArrayList<>();
    private final Map<Guest, Long> lastHeard = new HashMap<>();
    private final Crowd crowd;

    /**
     * What was found.
     *
     * @param frames how many versions all of them were shown
     * @param past how many of them were past somebody's end in a room
     * @param refused how many came so late that they were not let in
     * @param delays nanoseconds from when somebody's end was acknowledged to the last frame that
     *     they were shown, on each node
     * @param tally everybody's log, beside what they had to be shown
     */
    record Outcome(
            int races, long frames, long past, long refused, Histogram delays, Tally tally) {}

    /** Opens so many rooms and lets everybody in who listens from the beginning. */
    Wave(LiveSide live, List<Relay> nodes, int size) {
        this.live = live;
        live.rooms()
                .open(size, Race.MEMBERS)
                .forEach(room -> races.add(new Race(room, races.size())));
        for (int i = 0; i < size; i++) {
            Race race = races.get(i);
            for (Relay node : nodes) {
                staying.add(guest(race.owner(), i, node));
                listening.add(guest(race.listening().person(), i, node));
                coming.add(guest(race.coming().person(), i, node));
            }
        }
        List<Guest> first = new ArrayList<>(staying);
        first.addAll(listening);
        List<Guest> all = new ArrayList<>(first);
        all.addAll(coming);
        crowd = new Crowd(all, guest -> lastHeard.put(guest, System.nanoTime()));
        crowd.come(first);
        require(
                "Not everybody came",
                crowd.serve(() -> first.stream().allMatch(Guest::isListening), PATIENCE));
    }

    private Guest guest(UUID person, int race, Relay node) {
        return new Guest(live.token(person), races.get(race).room().toString(), race, node.port());
    }

    private void require(String otherwise, boolean holds) {
        if (!holds) {
            close();
            throw new IllegalStateException(otherwise + ": " + crowd.failures());
        }
    }

    /**
     * Runs them.
     *
     * @param meanwhile is done once everything has begun
     */
    Outcome run(int messages, Random random, Runnable meanwhile) {
        Queue<Guest> arriving = new ConcurrentLinkedQueue<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> begun = new ArrayList<>();
            for (Race race : races) {
                race.burst(live.rooms(), messages, random)
                        .forEach(one -> begun.add(threads.submit(one)));
            }
            for (Guest guest : coming) {
                long wait = random.nextLong(SPREAD);
                begun.add(
                        threads.submit(() -> {
                            LockSupport.parkNanos(wait);
                            arriving.add(guest);
                        }));
            }
            begun.add(threads.submit(meanwhile));
            require(
                    "Not everybody was shown all",
                    crowd.serve(
                            () -> {
                                arrive(arriving);
                                return begun.stream().allMatch(Future::isDone)
                                        && arriving.isEmpty()
                                        && isOver();
                            },
                            PATIENCE));
            begun.forEach(Wave::join);
        }
        var _ = crowd.serve(() -> false, QUIET);
        return outcome();
    }

    private void arrive(Queue<Guest> arriving) {
        for (Guest guest = arriving.poll(); guest != null; guest = arriving.poll()) {
            crowd.come(List.of(guest));
        }
    }

    private static void join(Future<?> task) {
        try {
            task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Whether everybody has been shown what they had to be. */
    private boolean isOver() {
        return staying.stream().allMatch(guest -> hasReached(guest, race(guest).newest()))
                && listening.stream()
                        .allMatch(guest -> hasReached(guest, race(guest).listening().version()))
                && coming.stream()
                        .allMatch(guest ->
                                guest.isRefused()
                                        || hasReached(guest, race(guest).coming().version()));
    }

    private static boolean hasReached(Guest guest, long version) {
        return guest.isListening() && guest.seen().newest() >= version;
    }

    private Race race(Guest guest) {
        return races.get(guest.room());
    }

    private Outcome outcome() {
        Histogram delays = new Histogram(3);
        Tally tally = Tally.CLEAN;
        long frames = 0;
        long past = 0;
        long refused = 0;
        for (Guest guest : staying) {
            tally = tally.plus(guest.seen().upTo(race(guest).newest()));
            frames += guest.seen().count();
        }
        for (Guest guest : listening) {
            Race.Going going = race(guest).listening();
            tally = tally.plus(guest.seen().upTo(going.version()));
            frames += guest.seen().count();
            past += guest.seen().past(going.version());
            delays.recordValue(
                    Math.max(0, lastHeard.getOrDefault(guest, 0L) - going.acknowledged()));
        }
        for (Guest guest : coming) {
            if (guest.isRefused()) {
                refused++;
            } else {
                Race.Going going = race(guest).coming();
                tally = tally.plus(late(guest, going));
                frames += guest.seen().count();
                past += guest.seen().past(going.version());
            }
        }
        return new Outcome(races.size(), frames, past, refused, delays, tally);
    }

    private static Tally late(Guest guest, Race.Going going) {
        return guest.seen().start() < going.version()
                ? guest.seen().upTo(going.version())
                : Tally.wrong(
                        "let in at version %d, gone since %d"
                                .formatted(guest.seen().start(), going.version()));
    }

    @Override
    public void close() {
        crowd.close();
    }
}
