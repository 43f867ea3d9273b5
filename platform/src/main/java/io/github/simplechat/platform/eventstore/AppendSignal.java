package io.github.simplechat.platform.eventstore;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Wakes readers that wait for events. A reader takes a ticket before it looks, so that an append
 * between the look and the wait is not missed. Thread-safe.
 */
public final class AppendSignal {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition appended = lock.newCondition();
    private long appends;

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
        Runnable look = this::look;
        patience.add(look);
        try {
            return awaitAppend(ticket, patience);
        } finally {
            patience.remove(look);
        }
    }

    private boolean awaitAppend(long ticket, Patience patience) {
        long deadline = System.nanoTime() + patience.left().toNanos();
        lock.lock();
        try {
            while (appends == ticket) {
                long left = deadline - System.nanoTime();
                if (left <= 0 || patience.isNone()) {
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
