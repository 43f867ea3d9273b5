package io.github.simplechat.platform.eventstore;

import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Wakes readers that wait for events. A reader takes a ticket before it looks, so that an append
 * between the look and the wait is not missed. It may be woken for what it has read already: word
 * of an append can come late. Thread-safe.
 */
public final class AppendSignal {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition appended = lock.newCondition();
    private long appends;
    private boolean closed;

    /**
     * Looks now and after each append, until there is something or patience is at its end.
     *
     * @param look reads what there is, without waiting
     * @return what was found, empty when nothing came in time
     */
    public <T> List<T> found(Supplier<List<T>> look, Patience patience) {
        long deadline = deadline(patience);
        while (true) {
            long ticket = ticket();
            List<T> found = look.get();
            if (!found.isEmpty() || !await(ticket, patience, deadline)) {
                return found;
            }
        }
    }

    /** The ticket to take before looking for events. */
    public long ticket() {
        lock.lock();
        try {
            return appends;
        } finally {
            lock.unlock();
        }
    }

    /** Something may have been appended, here or in another process. */
    public void wake() {
        lock.lock();
        try {
            appends++;
            appended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until something was appended since the ticket was taken, or patience is at its end.
     *
     * @return whether something was appended; an interrupted wait returns false at once
     */
    public boolean await(long ticket, Patience patience) {
        return await(ticket, patience, deadline(patience));
    }

    /** Ends all waits, those to come too. */
    public void close() {
        lock.lock();
        try {
            closed = true;
            appended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static long deadline(Patience patience) {
        return System.nanoTime() + patience.left().toNanos();
    }

    private boolean await(long ticket, Patience patience, long deadline) {
        Runnable look = this::look;
        patience.add(look);
        try {
            return awaitAppend(ticket, patience, deadline);
        } finally {
            patience.remove(look);
        }
    }

    private boolean awaitAppend(long ticket, Patience patience, long deadline) {
        lock.lock();
        try {
            while (appends == ticket) {
                long left = deadline - System.nanoTime();
                if (left <= 0 || closed || patience.isNone()) {
                    return false;
                }
                var _ = appended.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Has those who wait look whether they still want to. */
    private void look() {
        lock.lock();
        try {
            appended.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
