package io.github.simplechat.command.room;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.command.platform.rate.RateLimit;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How fast a person may send, over all rooms. Counted on this node alone. Thread-safe. */
@Component
public final class SendRate {

    private final RateLimit<UUID> sends;

    SendRate(RoomSettings settings) {
        this.sends =
                new RateLimit<>(
                        settings.sendsPerSecond(), Duration.ofSeconds(1), settings.sendBurst());
    }

    /**
     * Takes one send of a person's share.
     *
     * @throws Rejection {@code rate-limited}
     */
    public void take(UUID userId) {
        sends.take(userId)
                .ifPresent(wait -> {
                    throw new Rejection(
                            Reason.RATE_LIMITED, "You are sending too fast; wait a second.", wait);
                });
    }
}
