package io.github.simplechat.relay.broker;

import org.jspecify.annotations.Nullable;

/** The broker did not take what it was given, or did not say so in time. */
public final class BrokerUnavailable extends RuntimeException {

    /** An outage, with what was seen of it. */
    public BrokerUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
