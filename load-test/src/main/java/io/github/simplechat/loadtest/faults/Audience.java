package io.github.simplechat.loadtest.faults;

import io.github.simplechat.loadtest.live.Listener;
import io.github.simplechat.loadtest.live.SeenVersions;
import io.github.simplechat.loadtest.proof.Tally;
import io.github.simplechat.loadtest.proof.VersionDiff;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Those who listen. In each room there are, on plain WebSockets and on Socket.IO alike: on each
 * node one who stays and one who leaves and comes back again and again; one who comes back to
 * another node than they left; and one who leaves at the beginning and comes back at the end.
 */
final class Audience implements AutoCloseable {

    private static final long FROM_THE_BEGINNING = -1;
    private static final long LOOK_MILLIS = 5;
    private static final int STAYS_MILLIS = 3_000;
    private static final int LEAVES_MILLIS = 3_000;

    private final Entrances entrances;
    private final Collection<UUID> rooms;
    private final List<Member> members = new ArrayList<>();
    private final List<Thread> restless = new ArrayList<>();
    private volatile boolean unrest = true;

    /** How somebody behaves. */
    enum Habit {
        STAYS,
        RESTLESS,
        ABSENT,
        LATE
    }

    /** Somebody who listens to a room. */
    record Member(Listener listener, UUID room, Habit habit, String name) {

        boolean hasReached(Map<UUID, Long> versions) {
            Long wanted = versions.get(room);
            return wanted == null || listener.seen().newest() >= wanted;
        }

        Tally compare(long last) {
            SeenVersions seen = listener.seen();
            return VersionDiff.compare(seen.start() + 1, last, seen.versions()).of(name);
        }
    }

    /** Lets them all in; returns when everybody listens. */
    Audience(Entrances entrances, Collection<UUID> rooms, long seed, Duration patience) {
        this.entrances = entrances;
        this.rooms = rooms;
        for (UUID room : rooms) {
            for (Entrances.Entrance entrance : entrances.all()) {
                if (entrance.node() == Entrances.ANY_NODE) {
                    enter(entrance, room, Habit.RESTLESS, new SeenVersions());
                } else {
                    enter(entrance, room, Habit.STAYS, new SeenVersions());
                    enter(entrance, room, Habit.RESTLESS, new SeenVersions());
                }
                if (entrance.node() == 0) {
                    enter(entrance, room, Habit.ABSENT, new SeenVersions());
                }
            }
        }
        if (!await(patience, () -> all().stream().allMatch(who -> who.seen().connected()))) {
            close();
            throw new IllegalStateException("Not everybody could listen: " + troubles());
        }
        Random random = new Random(seed);
        for (Member member : members) {
            switch (member.habit()) {
                case RESTLESS -> {
                    Random own = new Random(random.nextLong());
                    restless.add(Thread.startVirtualThread(() -> comeAndGo(member, own)));
                }
                case ABSENT -> member.listener().leave();
                case STAYS, LATE -> {}
            }
        }
    }

    private void enter(Entrances.Entrance entrance, UUID room, Habit habit, SeenVersions seen) {
        int number = (int) members.stream().filter(other -> other.room().equals(room)).count();
        Listener listener = entrances.listener(number, entrance, room, seen);
        members.add(
                new Member(
                        listener,
                        room,
                        habit,
                        "%s, %s, room %s".formatted(habit, entrance.name(), room)));
    }

    private void comeAndGo(Member member, Random random) {
        try {
            while (unrest) {
                Thread.sleep(random.nextInt(STAYS_MILLIS));
                member.listener().leave();
                Thread.sleep(random.nextInt(LEAVES_MILLIS));
                member.listener().comeBack();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Listener> all() {
        return members.stream().map(Member::listener).toList();
    }

    /** How many they are. */
    int size() {
        return members.size();
    }

    /** How many frames with a version they were shown. */
    long frames() {
        return all().stream().mapToLong(listener -> listener.seen().count()).sum();
    }

    /** How often a connection ended that nobody here had ended. */
    long lost() {
        return all().stream().mapToLong(Listener::reconnects).sum();
    }

    /** How often somebody was not let in. */
    long refused() {
        return all().stream().mapToLong(Listener::refusals).sum();
    }

    /** Waits until those who stay have come so far in each room; false when it takes too long. */
    boolean awaitReached(Map<UUID, Long> versions, Duration patience) {
        List<Member> staying =
                members.stream().filter(member -> member.habit() == Habit.STAYS).toList();
        return await(
                patience, () -> staying.stream().allMatch(member -> member.hasReached(versions)));
    }

    /**
     * Calls all back and lets others in who have seen nothing, and waits until everybody has come
     * so far, then a little longer for what should not come.
     *
     * @return how far each of them is from what their room holds
     */
    List<Tally> finish(Map<UUID, Long> lasts, Duration patience, Duration silence) {
        unrest = false;
        restless.forEach(Audience::join);
        members.forEach(member -> member.listener().comeBack());
        for (UUID room : rooms) {
            entrances.all().stream()
                    .filter(entrance -> entrance.node() != Entrances.ANY_NODE)
                    .forEach(entrance ->
                            enter(
                                    entrance,
                                    room,
                                    Habit.LATE,
                                    SeenVersions.since(FROM_THE_BEGINNING)));
        }
        var _ =
                await(
                        patience,
                        () ->
                                members.stream()
                                        .allMatch(member ->
                                                member.listener().seen().count()
                                                        >= last(lasts, member)
                                                                - member.listener()
                                                                        .seen()
                                                                        .start()));
        var _ = await(silence, () -> false);
        close();
        return members.stream().map(member -> member.compare(last(lasts, member))).toList();
    }

    private static long last(Map<UUID, Long> lasts, Member member) {
        return lasts.getOrDefault(member.room(), FROM_THE_BEGINNING);
    }

    private static boolean await(Duration patience, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (!condition.getAsBoolean()) {
                if (System.nanoTime() - end > 0) {
                    return false;
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> troubles() {
        return all().stream()
                .filter(listener -> listener.trouble() != null)
                .map(Listener::trouble)
                .map(String::valueOf)
                .distinct()
                .toList();
    }

    @Override
    public void close() {
        unrest = false;
        all().forEach(Listener::close);
    }
}
