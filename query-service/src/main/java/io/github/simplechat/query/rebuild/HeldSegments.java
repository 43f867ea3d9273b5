package io.github.simplechat.query.rebuild;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a divided generation that this node has, how far each is, and what reads the log
 * once for all of them. Changed by one thread at a time, read by any.
 */
final class HeldSegments<S> {

    private final Generations<S> generations;
    private final GenerationId id;
    private final BooleanSupplier allowed;
    private volatile Map<Integer, Long> held = Map.of();
    private volatile @Nullable RunningGeneration<S> running;

    /**
     * Of no part yet.
     *
     * @param allowed whether this node may write now
     */
    HeldSegments(Generations<S> generations, GenerationId id, BooleanSupplier allowed) {
        this.generations = generations;
        this.id = id;
        this.allowed = allowed;
    }

    boolean isEmpty() {
        return held.isEmpty();
    }

    /** Whether these are the parts, and are read for. */
    boolean areReadFor(Set<Integer> parts) {
        return parts.equals(held.keySet()) && (running != null || held.isEmpty());
    }

    /** At rest: has these parts from now on, and takes in nothing yet. */
    void hold(Map<Integer, Long> parts) {
        held = parts;
    }

    /** Reads on, from where each part is. */
    void read(int count) {
        running =
                generations
                        .launcher()
                        .launch(
                                generations.served().projection(),
                                id,
                                new Share(count, held),
                                allowed);
    }

    /** Takes in nothing more, and knows how far it is. */
    void rest() {
        RunningGeneration<S> now = running;
        if (now != null) {
            now.stop();
            held = reached();
            running = null;
        }
    }

    /** The parts, and how far each is. */
    Map<Integer, Long> reached() {
        RunningGeneration<S> now = running;
        if (now == null) {
            return held;
        }
        Map<Integer, Long> reached = new TreeMap<>(held);
        reached.replaceAll((part, position) -> Math.max(position, now.position()));
        return reached;
    }

    long eventsPerSecond() {
        RunningGeneration<S> now = running;
        return now == null ? 0 : now.runner().eventsPerSecond();
    }

    /** How long the batch in hand has been failing; zero when it is not. */
    Duration failingFor() {
        RunningGeneration<S> now = running;
        return now == null ? Duration.ZERO : now.runner().failingFor();
    }

    /** What kind of failure the last one was. */
    @Nullable String failure() {
        RunningGeneration<S> now = running;
        return now == null ? null : now.runner().failure();
    }
}
