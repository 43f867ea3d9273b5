package io.github.simplechat.query.testing;

import io.github.simplechat.query.rebuild.ProjectionSettings;
import java.time.Duration;

/** Settings that do not make a test wait. */
public final class Quick {

    private Quick() {}

    /** Everything at once, in batches of a size. */
    public static ProjectionSettings settings(int batchSize) {
        return settings(batchSize, Duration.ZERO);
    }

    /** As above; the generation that served last is kept for a while. */
    public static ProjectionSettings settings(int batchSize, Duration keepFor) {
        return settings(batchSize, keepFor, Duration.ofMillis(20));
    }

    /** As above; a generation that nodes share is built in so many parts. */
    public static ProjectionSettings divided(int batchSize, int segments) {
        ProjectionSettings whole = settings(batchSize, Duration.ofHours(1));
        return new ProjectionSettings(
                whole.batchSize(),
                whole.workers(),
                whole.patience(),
                whole.retryFirst(),
                whole.retryLongest(),
                whole.parkAfter(),
                whole.parkedFeeds(),
                whole.giveUpAfter(),
                whole.dropAfter(),
                whole.keepFor(),
                whole.lease(),
                segments);
    }

    /** As above; a reader waits so long for the next event. */
    public static ProjectionSettings settings(int batchSize, Duration keepFor, Duration patience) {
        return new ProjectionSettings(
                batchSize,
                2,
                patience,
                Duration.ofMillis(5),
                Duration.ofMillis(40),
                3,
                3,
                Duration.ofMillis(300),
                Duration.ofMillis(50),
                keepFor,
                Duration.ofMillis(600),
                1);
    }
}
