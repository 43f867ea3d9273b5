package io.github.simplechat.relay.gateway;

import org.jspecify.annotations.Nullable;

/** A frame that is not looked into: no JSON, the wrong shape, of an unknown type, or too fast. */
final class BadFrame extends RuntimeException {

    private final @Nullable String type;
    private final Refusal refusal;

    BadFrame(@Nullable String type, String detail) {
        this(type, detail, Refusal.INVALID_REQUEST);
    }

    BadFrame(@Nullable String type, String detail, Refusal refusal) {
        super(detail, null, false, false);
        this.type = type;
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }

    /** The request's type, where the frame got as far as telling it. */
    @Nullable String type() {
        return type;
    }
}
