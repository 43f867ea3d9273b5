package io.github.simplechat.loadtest.api;

import java.time.Duration;

/**
 * How long to go on asking. A server that gives no answer, or 502, 503 or 504, is asked again for
 * {@code outage}; a server that asks to slow down (429) is obeyed {@code refusals} times.
 *
 * @param outage how long a server may be away
 * @param refusals how often in a row it may ask to slow down
 * @param pause how to wait
 */
public record Patience(Duration outage, int refusals, Pause pause) {

    private static final long FIRST_MILLIS = 50;
    private static final long LONGEST_MILLIS = 2_000;

    /** What a restart of the server needs. */
    public static final Patience DEFAULT = new Patience(Duration.ofSeconds(60), 600, Thread::sleep);

    /** Never asks twice: for measurements, where a retry would hide the failure. */
    public static final Patience NONE = new Patience(Duration.ZERO, 0, Thread::sleep);

    /** Waits. In tests it only writes down for how long. */
    @FunctionalInterface
    public interface Pause {

        /** Waits that many milliseconds. */
        void millis(long millis) throws InterruptedException;
    }

    static boolean away(int status) {
        return status == 502 || status == 503 || status == 504;
    }

    /** The wait before attempt {@code failures + 1}; doubles up to two seconds. */
    static long backoffMillis(int failures) {
        return Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(failures - 1, 10));
    }
}
