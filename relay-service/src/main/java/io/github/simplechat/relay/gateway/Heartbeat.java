package io.github.simplechat.relay.gateway;

import java.time.Duration;
import java.time.Instant;

/** When to ping a client, and when to give it up. */
final class Heartbeat {

    enum Verdict {
        FINE,
        PING,
        SILENT
    }

    private final Duration interval;
    private final Duration timeout;
    private Instant pingedAt;
    private volatile Instant heardAt;

    Heartbeat(Duration interval, Duration timeout, Instant start) {
        this.interval = interval;
        this.timeout = timeout;
        this.pingedAt = start;
        this.heardAt = start;
    }

    void heard(Instant now) {
        heardAt = now;
    }

    /** What is due; called by one thread. After {@code PING} the ping counts as sent. */
    Verdict at(Instant now) {
        if (heardAt.isBefore(pingedAt) && !now.isBefore(pingedAt.plus(timeout))) {
            return Verdict.SILENT;
        }
        if (!now.isBefore(pingedAt.plus(interval))) {
            pingedAt = now;
            return Verdict.PING;
        }
        return Verdict.FINE;
    }
}
