package io.github.simplechat.query.platform;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** Read your own write: waits until what is read has reached a version. */
public final class VersionGate {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(16);

    private VersionGate() {}

    /**
     * Reads until the version is there, for two seconds at the most.
     *
     * @param read what is asked again and again, each time of the generation that serves then;
     *     empty counts as no version at all
     * @param minVersion the lowest version that will do
     * @throws Rejection {@code projection-behind} when it has not come in time
     */
    public static <T> T await(
            Supplier<Optional<T>> read, ToLongFunction<T> version, long minVersion) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Duration pause = FIRST_PAUSE;
        while (true) {
            Optional<T> found = read.get();
            if (found.isPresent() && version.applyAsLong(found.get()) >= minVersion) {
                return found.get();
            }
            if (System.nanoTime() >= deadline) {
                throw behind();
            }
            sleep(pause);
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : pause;
        }
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw behind();
        }
    }

    /** The refusal of a query that would have to answer with less than there is. */
    public static Rejection behind() {
        return new Rejection(
                Reason.PROJECTION_BEHIND, "This has not been taken in here yet; ask again soon.");
    }
}
