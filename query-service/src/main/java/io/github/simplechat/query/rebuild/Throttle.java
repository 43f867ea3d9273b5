package io.github.simplechat.query.rebuild;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Lets a rebuild give way to queries: while they come it works in small pieces, and rests after
 * each as long as the piece has taken, or some times as long. Thread-safe.
 */
final class Throttle {

    /** Gives way to nobody. */
    static final Throttle NONE = new Throttle(new RebuildSettings(1, 1), () -> false);

    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final RebuildSettings settings;
    private final BooleanSupplier readers;

    /**
     * A throttle.
     *
     * @param readers whether queries come
     */
    Throttle(RebuildSettings settings, BooleanSupplier readers) {
        this.settings = settings;
        this.readers = readers;
    }

    /** How many events to take in at once, where it would be so many. */
    int batchSize(int usual) {
        return readers.getAsBoolean() ? Math.min(usual, settings.batchSize()) : usual;
    }

    /** How long to rest after so much work. */
    Duration restAfter(Duration work) {
        if (!readers.getAsBoolean()) {
            return Duration.ZERO;
        }
        Duration rest = Duration.ofNanos((long) (work.toNanos() * (1 / settings.share() - 1)));
        return rest.compareTo(LONGEST) < 0 ? rest : LONGEST;
    }
}
