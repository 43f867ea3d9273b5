package io.github.simplechat.loadtest.faults;

import io.github.simplechat.loadtest.node.Rooms;
import io.github.simplechat.loadtest.node.Rooms.Room;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** People who speak at a steady rate, in each room in turn, until they are stopped. */
final class Writers implements AutoCloseable {

    private final Rooms commands;
    private final List<Room> rooms;
    private final int perSecond;
    private final Map<UUID, Long> reached = new ConcurrentHashMap<>();
    private final LongAdder said = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final Thread thread;
    private volatile boolean speaking = true;

    /** Starts them. */
    Writers(Rooms commands, List<Room> rooms, int perSecond) {
        this.commands = commands;
        this.rooms = rooms;
        this.perSecond = perSecond;
        this.thread = Thread.ofPlatform().name("writers").start(this::speak);
    }

    /** Up to which version each room has come, by what the writers were told; at least. */
    Map<UUID, Long> reached() {
        return Map.copyOf(reached);
    }

    /** How many messages are durable. */
    long said() {
        return said.sum();
    }

    /** How many were not taken. */
    long refused() {
        return refused.sum();
    }

    private void speak() {
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long n = 0; speaking; n++) {
                long number = n;
                long due = begun + n * TimeUnit.SECONDS.toNanos(1) / perSecond;
                LockSupport.parkNanos(due - System.nanoTime());
                threads.execute(() -> say(number));
            }
        }
    }

    private void say(long number) {
        Room room = rooms.get((int) (number % rooms.size()));
        try {
            long version = commands.say(room, number / rooms.size()).version();
            reached.merge(room.id(), version, Math::max);
            said.increment();
        } catch (RuntimeException e) {
            refused.increment();
        }
    }

    @Override
    public void close() {
        finish();
    }

    /** Stops them; returns when all that was said is durable. */
    void finish() {
        speaking = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
