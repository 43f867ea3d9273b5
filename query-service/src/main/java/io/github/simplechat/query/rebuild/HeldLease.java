package io.github.simplechat.query.rebuild;

import java.time.Duration;

/**
 * A lease that this node holds, as far as it knows: good for two thirds of its length after the
 * last beat was sent. Others take over after its whole length at the earliest, counted from when
 * they saw that beat. Thread-safe.
 */
final class HeldLease {

    private final String node;
    private final long term;
    private final long goodNanos;
    private volatile long beatenAt;
    private volatile boolean forGood;

    HeldLease(String node, long term, Duration length) {
        this.node = node;
        this.term = term;
        this.goodNanos = length.toNanos() * 2 / 3;
        this.beatenAt = System.nanoTime();
    }

    String node() {
        return node;
    }

    long term() {
        return term;
    }

    /** A beat that was sent at a moment of {@link System#nanoTime()} has arrived. */
    void beaten(long sentAt) {
        beatenAt = sentAt;
    }

    /** Nothing depends on it any more: every node feeds what serves. */
    void endForGood() {
        forGood = true;
    }

    boolean isGood() {
        return forGood || System.nanoTime() - beatenAt < goodNanos;
    }
}
