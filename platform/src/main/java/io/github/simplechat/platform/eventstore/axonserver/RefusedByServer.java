package io.github.simplechat.platform.eventstore.axonserver;

import io.grpc.Metadata;
import io.grpc.Status;

/** Axon Server answered with an error. */
final class RefusedByServer extends RuntimeException {

    private static final Metadata.Key<String> CODE =
            Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER);
    private static final String INVALID_EVENT_SEQUENCE = "AXONIQ-2000";

    RefusedByServer(Throwable cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }

    /** Whether it was because an event with this version of the feed is there already. */
    boolean versionIsTaken() {
        Metadata trailers = Status.trailersFromThrowable(getCause());
        return trailers != null && INVALID_EVENT_SEQUENCE.equals(trailers.get(CODE));
    }
}
