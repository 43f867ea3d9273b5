package io.github.simplechat.platform.security.revocation;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * What a node knows of revocations. Bounded: a mark is dropped when every token that it concerns
 * has expired, and when there are more marks than fit, the older half becomes one mark for
 * everybody, which costs their sessions an exchange of tokens and nothing else. Thread-safe.
 */
public final class RevocationMarks {

    private final Duration longestToken;
    private final int capacity;
    private final Map<UUID, Instant> marks = new ConcurrentHashMap<>();
    private final List<Consumer<UUID>> listeners = new CopyOnWriteArrayList<>();
    private volatile Instant everybody = Instant.MIN;

    /**
     * No marks yet.
     *
     * @param longestToken how long a token can be valid
     * @param capacity how many persons' marks are kept
     */
    public RevocationMarks(Duration longestToken, int capacity) {
        this.longestToken = longestToken;
        this.capacity = capacity;
    }

    /**
     * The first moment of tokens that are issued after a revocation: the next second, and later
     * than any that was given before, as tokens of that one may be out already.
     */
    public static Instant firstAfter(Instant now, Instant before) {
        Instant latest = now.isBefore(before) ? before : now;
        return latest.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    }

    /** From when on a person's tokens are valid. */
    public Instant validFrom(UUID personId) {
        Instant general = everybody;
        Instant own = marks.getOrDefault(personId, general);
        return own.isAfter(general) ? own : general;
    }

    /** Takes a mark; a later one stays. */
    public void note(UUID personId, Instant validFrom) {
        AtomicBoolean later = new AtomicBoolean();
        marks.compute(
                personId,
                (id, known) -> {
                    later.set(known == null || validFrom.isAfter(known));
                    return later.get() ? validFrom : known;
                });
        if (later.get()) {
            listeners.forEach(listener -> listener.accept(personId));
        }
    }

    /** Tells of each mark that is new. */
    public void listen(Consumer<UUID> listener) {
        listeners.add(listener);
    }

    /** Drops what no living token needs, and makes room. */
    public void prune(Instant now) {
        Instant oldest = now.minus(longestToken);
        marks.values().removeIf(validFrom -> validFrom.isBefore(oldest));
        if (marks.size() > capacity) {
            List<Instant> inOrder = marks.values().stream().sorted().toList();
            Instant middle = inOrder.get(inOrder.size() / 2);
            everybody = middle;
            marks.values().removeIf(validFrom -> !validFrom.isAfter(middle));
        }
    }

    int size() {
        return marks.size();
    }
}
