package io.github.simplechat.query.rebuild;

import java.time.Duration;

/** Whether somebody asks this node. Thread-safe. */
public final class Readers {

    private static final long PRESENT = Duration.ofSeconds(1).toNanos();

    private volatile long lastAsked = System.nanoTime() - 2 * PRESENT;

    /** Somebody asks now. */
    public void ask() {
        lastAsked = System.nanoTime();
    }

    /** Whether anybody has asked within the last second. */
    boolean areThere() {
        return System.nanoTime() - lastAsked < PRESENT;
    }
}
