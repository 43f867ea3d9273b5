package io.github.simplechat.query.rebuild;

import io.github.simplechat.query.platform.VersionGate;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A projection as this process serves it. A query asks for {@link #store()} once and keeps it to
 * its end, so that it sees one generation. Thread-safe.
 *
 * @param <S> the store that its queries ask
 */
public final class ServedProjection<S> {

    private static final Duration HAND_OVER = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofMillis(5);

    private final Projection<S> projection;
    private volatile @Nullable RunningGeneration<S> serving;
    private volatile long firstHead;
    private volatile boolean caughtUp;

    /** A projection that does not serve yet. */
    public ServedProjection(Projection<S> projection) {
        this.projection = projection;
    }

    /**
     * The store of the generation that serves now.
     *
     * @throws io.github.simplechat.api.Rejection {@code projection-behind} until all has been taken
     *     in that was there at the start: half an answer would look like a whole one
     */
    public S store() {
        return current()
                .filter(running -> isCaughtUp())
                .orElseThrow(VersionGate::behind)
                .generation()
                .store();
    }

    Projection<S> projection() {
        return projection;
    }

    Optional<RunningGeneration<S>> current() {
        return Optional.ofNullable(serving);
    }

    synchronized void start(Launcher launcher, int generation) {
        firstHead = launcher.head();
        serving = launcher.launch(projection, generation);
    }

    void askToStop() {
        current().ifPresent(running -> running.runner().askToStop());
    }

    synchronized void stop() {
        current().ifPresent(RunningGeneration::stop);
    }

    /** Whether everything that was there at the start has been taken in; once true, always true. */
    boolean isCaughtUp() {
        if (!caughtUp) {
            caughtUp = current().filter(running -> running.position() >= firstHead).isPresent();
        }
        return caughtUp;
    }

    /**
     * Whether at most so many events are missing: the rest can come while the serving one rests.
     */
    boolean isNear(RunningGeneration<S> successor, int events) {
        long near = successor.position() + events;
        return current().filter(running -> near >= running.position()).isPresent();
    }

    /**
     * Lets another generation serve, once it has taken in all that the serving one has: readers
     * never go back. The serving one rests meanwhile and goes on if the hand-over fails.
     *
     * @param decision what makes it so, for all nodes; it may fail
     * @return the generation that served before, stopped; empty when the other one was too slow
     */
    synchronized Optional<RunningGeneration<S>> handOver(
            RunningGeneration<S> successor, Launcher launcher, Runnable decision) {
        RunningGeneration<S> before = current().orElseThrow();
        before.runner().stop();
        try {
            if (reaches(successor, before.position())) {
                decision.run();
                serving = successor;
                var _ = successor.runner().throttled(Throttle.NONE);
                return Optional.of(before);
            }
            return Optional.empty();
        } finally {
            if (!successor.equals(serving)) {
                serving = launcher.resume(before);
            }
        }
    }

    private static boolean reaches(RunningGeneration<?> generation, long position) {
        long deadline = System.nanoTime() + HAND_OVER.toNanos();
        while (generation.position() < position && System.nanoTime() < deadline) {
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return generation.position() >= position;
    }
}
