package io.github.simplechat.command.room;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * How fast a person may send: a bucket of {@code sendBurst} that refills with {@code
 * sendsPerSecond}. Counted on this node alone. Thread-safe.
 */
@Component
public final class SendRate {

    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private final RoomSettings settings;
    private final Cache<UUID, Bucket> buckets;

    SendRate(RoomSettings settings) {
        this.settings = settings;
        long refillSeconds = settings.sendBurst() / settings.sendsPerSecond() + 1L;
        this.buckets =
                Caffeine.newBuilder()
                        .expireAfterAccess(Duration.ofSeconds(refillSeconds))
                        .maximumSize(1_000_000)
                        .build();
    }

    /**
     * Takes one send of a person's share.
     *
     * @throws Rejection {@code rate-limited}
     */
    public void take(UUID userId) {
        Bucket bucket =
                buckets.get(userId, id -> new Bucket(settings.sendBurst(), System.nanoTime()));
        if (!bucket.take(settings, System.nanoTime())) {
            throw new Rejection(Reason.RATE_LIMITED, "You are sending too fast; wait a second.");
        }
    }

    private static final class Bucket {
        private double tokens;
        private long filledAt;

        Bucket(double tokens, long filledAt) {
            this.tokens = tokens;
            this.filledAt = filledAt;
        }

        synchronized boolean take(RoomSettings settings, long now) {
            double refill = (now - filledAt) / NANOS * settings.sendsPerSecond();
            tokens = Math.min(settings.sendBurst(), tokens + refill);
            filledAt = now;
            if (tokens < 1) {
                return false;
            }
            tokens--;
            return true;
        }
    }
}
