package io.github.simplechat.relay.servlet;

import io.github.simplechat.relay.gateway.CloseReason;
import io.github.simplechat.relay.gateway.Frame;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be written to one connection, bounded in bytes. The frame that is being written
 * counts until the next one is taken. At most one writer at a time: whoever puts something in while
 * there is none is told to start one. Thread-safe.
 */
final class Outbox {

    sealed interface Item {}

    /** A frame to write. */
    record Text(Frame frame) implements Item {}

    /** A ping to write. */
    record Ping() implements Item {}

    /** The last item: close. */
    record End(CloseReason reason) implements Item {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final ArrayDeque<Item> items = new ArrayDeque<>(2);
    private final long capacity;
    private long bytes;
    private int writing;
    private boolean hasWriter;
    private boolean ended;
    private @Nullable CloseReason reason;

    /**
     * An empty outbox.
     *
     * @param capacity how many bytes may wait
     */
    Outbox(long capacity) {
        this.capacity = capacity;
    }

    /** Adds a frame, or ends everything when it does not fit. True: start a writer. */
    boolean add(Frame frame) {
        lock.lock();
        try {
            if (ended) {
                return false;
            }
            if (bytes + frame.length() > capacity) {
                return end(CloseReason.TOO_SLOW);
            }
            bytes += frame.length();
            return put(new Text(frame));
        } finally {
            lock.unlock();
        }
    }

    /** Adds a ping. True: start a writer. */
    boolean ping() {
        lock.lock();
        try {
            return !ended && put(new Ping());
        } finally {
            lock.unlock();
        }
    }

    /** Nothing is added after this; what waits goes out first, or not at all. True: as above. */
    boolean end(CloseReason why) {
        lock.lock();
        try {
            if (ended) {
                return false;
            }
            if (!why.flushes()) {
                items.clear();
            }
            ended = true;
            reason = why;
            room.signalAll();
            return put(new End(why));
        } finally {
            lock.unlock();
        }
    }

    /** Why it was ended; null when it was not, or by the peer. */
    @Nullable CloseReason reason() {
        lock.lock();
        try {
            return reason;
        } finally {
            lock.unlock();
        }
    }

    private boolean put(Item item) {
        items.add(item);
        boolean idle = !hasWriter;
        hasWriter = true;
        return idle;
    }

    /** What the writer writes next; null: it is done and stops. */
    @Nullable Item next() {
        lock.lock();
        try {
            Item next = items.poll();
            hasWriter = next != null;
            bytes -= writing;
            writing = next instanceof Text(Frame frame) ? frame.length() : 0;
            if (bytes <= capacity / 2) {
                room.signalAll();
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    /** The connection is gone: nothing waits any more, and nothing is added. */
    void discard() {
        lock.lock();
        try {
            ended = true;
            items.clear();
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until half of the capacity is free; false when ended or interrupted. */
    boolean awaitRoom() {
        lock.lock();
        try {
            while (!ended && bytes > capacity / 2) {
                room.await();
            }
            return !ended;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
