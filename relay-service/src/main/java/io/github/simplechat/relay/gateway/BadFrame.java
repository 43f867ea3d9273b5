package io.github.simplechat.relay.gateway;

import org.jspecify.annotations.Nullable;

/** A frame that is no request: no JSON, the wrong shape, or of an unknown type. */
final class BadFrame extends RuntimeException {

    private final @Nullable String type;

    BadFrame(@Nullable String type, String detail) {
        super(detail, null, false, false);
        this.type = type;
    }

    /** The request's type, where the frame got as far as telling it. */
    @Nullable String type() {
        return type;
    }
}
