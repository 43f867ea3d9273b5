package io.github.simplechat.loadtest.reconnect;

import io.github.simplechat.api.Receipt;
import io.github.simplechat.loadtest.node.Rooms;
import io.github.simplechat.loadtest.node.Rooms.Room;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/** Messages at a steady rate, to one room after the other, until it is closed. */
final class Talk implements AutoCloseable {

    private final Rooms commands;
    private final List<Room> rooms;
    private final AtomicLongArray versions;
    private final long pause;
    private final Thread thread;
    private volatile boolean goesOn = true;

    /**
     * Begins.
     *
     * @param versions of the rooms, which it keeps up to date with what is acknowledged
     */
    Talk(Rooms commands, List<Room> rooms, AtomicLongArray versions, int perSecond) {
        this.commands = commands;
        this.rooms = rooms;
        this.versions = versions;
        this.pause = TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.thread = Thread.ofPlatform().name("talk").start(this::talk);
    }

    private void talk() {
        long due = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long n = 0; goesOn; n++) {
                long number = n;
                threads.execute(() -> say(number));
                due += pause;
                LockSupport.parkNanos(due - System.nanoTime());
            }
        }
    }

    private void say(long number) {
        int room = (int) (number % rooms.size());
        Receipt receipt = commands.say(rooms.get(room), number);
        versions.accumulateAndGet(room, receipt.version(), Math::max);
    }

    /** Ends it, once all is acknowledged. */
    @Override
    public void close() {
        goesOn = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
