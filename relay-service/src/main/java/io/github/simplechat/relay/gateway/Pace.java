package io.github.simplechat.relay.gateway;

import java.time.Duration;
import java.time.Instant;

/** How fast a client may send: so many frames a second, and more at once after a pause. */
final class Pace {

    private final double perMilli;
    private final int burst;
    private double left;
    private Instant at;

    Pace(int perSecond, int burst, Instant now) {
        this.perMilli = perSecond / 1_000.0;
        this.burst = burst;
        this.left = burst;
        this.at = now;
    }

    /** Whether one more is not too fast; then it counts. */
    boolean allows(Instant now) {
        left = Math.min(burst, left + Duration.between(at, now).toMillis() * perMilli);
        at = now;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
