package io.github.simplechat.platform.eventstore;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * How long a reader waits for events at a time, until somebody wants it to wait no longer. It ends
 * the waits that have begun and lets no other begin, without an interrupt: what a reader does
 * besides waiting is left alone. Thread-safe.
 */
public final class Patience {

    /** Does not wait. */
    public static final Patience NONE = of(Duration.ZERO);

    private final Duration each;
    private final List<Runnable> waiting = new CopyOnWriteArrayList<>();
    private volatile boolean ended;

    private Patience(Duration each) {
        this.each = each;
    }

    /** Patience for waits of at most that duration each. */
    public static Patience of(Duration each) {
        return new Patience(each);
    }

    /** How long to wait from now on; zero once it has ended. */
    Duration left() {
        return ended ? Duration.ZERO : each;
    }

    /** Whether there is nothing to wait for. */
    public boolean isNone() {
        return left().isZero();
    }

    /** Ends all waits, those to come too. */
    public void end() {
        ended = true;
        waiting.forEach(Runnable::run);
    }

    /** Has {@code wake} run when it ends, once for each time that it is added and not removed. */
    void add(Runnable wake) {
        waiting.add(wake);
    }

    void remove(Runnable wake) {
        waiting.remove(wake);
    }
}
