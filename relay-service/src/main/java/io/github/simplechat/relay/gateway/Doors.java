package io.github.simplechat.relay.gateway;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import java.time.Duration;

/** Why a handshake is answered with no, beyond what is wrong with its token. */
public final class Doors {

    /** When to come back, in {@code Retry-After}. */
    public static final String SOON_SECONDS = "1";

    private static final Duration SOON = Duration.ofSeconds(1);

    private Doors() {}

    /** The node goes away. */
    public static Rejection closing() {
        return new Rejection(
                Reason.SHUTTING_DOWN, "This node is shutting down; connect again.", SOON);
    }

    /** There are too many clients of whom nothing is known. */
    public static Rejection full(String what) {
        return new Rejection(
                Reason.RATE_LIMITED, "There are too many " + what + "; try again later.", SOON);
    }
}
