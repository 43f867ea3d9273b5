package io.github.simplechat.loadtest.play;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A moment up to which to wait for something. */
record Deadline(long nanos) {

    private static final long LOOK_MILLIS = 20;

    static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    /** Looks again and again; false if it did not come true in time. */
    boolean until(BooleanSupplier condition) {
        return latest(condition::getAsBoolean, looked -> looked);
    }

    /** Looks again and again until it is good or late; what was seen last. Looks at least once. */
    <T> T latest(Supplier<T> look, Predicate<T> good) {
        T seen = look.get();
        while (!good.test(seen) && System.nanoTime() - nanos < 0) {
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return seen;
            }
            seen = look.get();
        }
        return seen;
    }
}
