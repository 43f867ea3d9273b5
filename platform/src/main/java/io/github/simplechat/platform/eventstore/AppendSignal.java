package io.github.simplechat.platform.eventstore;

import java.time.Duration;
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
    public boolean await(long ticket, Duration patience) {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (appends == ticket) {
                if (left <= 0) {
                    return false;
                }
                left = appended.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
