package io.github.simplechat.query.rebuild;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How many a second, over the last five seconds. Thread-safe. */
final class Rate {

    private static final long WINDOW = Duration.ofSeconds(5).toNanos();
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private record Sample(long nanos, long count) {}

    private final Deque<Sample> samples = new ArrayDeque<>();
    private final long since;

    /** Counting from a moment of {@link System#nanoTime()}. */
    Rate(long now) {
        this.since = now;
    }

    synchronized void add(long now, long count) {
        samples.addLast(new Sample(now, count));
        forgetBefore(now - WINDOW);
    }

    synchronized long perSecond(long now) {
        forgetBefore(now - WINDOW);
        long counted = samples.stream().mapToLong(Sample::count).sum();
        long span = Math.clamp(now - since, 1, WINDOW);
        return Math.round((double) counted * SECOND / span);
    }

    private void forgetBefore(long oldest) {
        while (!samples.isEmpty() && samples.getFirst().nanos() - oldest < 0) {
            samples.removeFirst();
        }
    }
}
