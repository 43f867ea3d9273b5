package io.github.simplechat.platform.security.revocation.memory;

import io.github.simplechat.platform.security.revocation.RevocationMarks;
import io.github.simplechat.platform.security.revocation.Revocations;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

/** Revocations that nobody else sees. */
public final class InMemoryRevocations implements Revocations {

    private static final int CAPACITY = 100_000;

    private final RevocationMarks marks;

    /** None yet; a token is valid for {@code longestToken} at the most. */
    public InMemoryRevocations(Duration longestToken) {
        this.marks = new RevocationMarks(longestToken, CAPACITY);
    }

    @Override
    public Instant validFrom(UUID personId) {
        return marks.validFrom(personId);
    }

    @Override
    public Instant latestValidFrom(UUID personId) {
        return validFrom(personId);
    }

    @Override
    public synchronized Instant revoke(UUID personId, Instant now) {
        Instant validFrom = RevocationMarks.firstAfter(now, validFrom(personId));
        marks.note(personId, validFrom);
        marks.prune(now);
        return validFrom(personId);
    }

    @Override
    public void listen(Consumer<UUID> listener) {
        marks.listen(listener);
    }
}
