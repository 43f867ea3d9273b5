package io.github.simplechat.command.platform.rate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * A bucket of turns for everybody, which refills steadily. Counted on this node alone; bounded, as
 * full buckets are forgotten. Thread-safe.
 *
 * @param <K> who is counted
 */
public final class RateLimit<K> {

    private static final double NANOS = 1e9;
    private static final int MOST = 1_000_000;

    private final double perNano;
    private final int burst;
    private final LongSupplier nanoTime;
    private final Cache<K, Bucket> buckets;

    /**
     * A limit.
     *
     * @param turns how many turns come in each {@code period}
     * @param burst how many can be taken at once after a pause
     */
    public RateLimit(int turns, Duration period, int burst) {
        this(turns, period, burst, System::nanoTime);
    }

    RateLimit(int turns, Duration period, int burst, LongSupplier nanoTime) {
        this.perNano = turns / (double) period.toNanos();
        this.burst = burst;
        this.nanoTime = nanoTime;
        this.buckets =
                Caffeine.newBuilder()
                        .ticker(nanoTime::getAsLong)
                        .expireAfterAccess(Duration.ofSeconds((long) (burst / perNano / NANOS) + 1))
                        .maximumSize(MOST)
                        .build();
    }

    /** Takes a turn; when there is none left, how long it is until the next. */
    public Optional<Duration> take(K who) {
        return bucket(who).take();
    }

    /** Gives a turn back that was taken and not used. */
    public void giveBack(K who) {
        bucket(who).giveBack();
    }

    private Bucket bucket(K who) {
        return buckets.get(who, unknown -> new Bucket());
    }

    private final class Bucket {
        private double turns = burst;
        private long filledAt = nanoTime.getAsLong();

        synchronized Optional<Duration> take() {
            long now = nanoTime.getAsLong();
            turns = Math.min(burst, turns + (now - filledAt) * perNano);
            filledAt = now;
            if (turns < 1) {
                return Optional.of(Duration.ofNanos((long) Math.ceil((1 - turns) / perNano)));
            }
            turns--;
            return Optional.empty();
        }

        synchronized void giveBack() {
            turns = Math.min(burst, turns + 1);
        }
    }
}
