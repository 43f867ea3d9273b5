package io.github.simplechat.relay.gateway;

import org.jspecify.annotations.Nullable;

/** A well-formed request that a rule forbids. The connection stays as it was. */
final class Refused extends RuntimeException {

    private final Refusal refusal;

    Refused(Refusal refusal) {
        this(refusal, null);
    }

    Refused(Refusal refusal, @Nullable String detail) {
        super(detail, null, false, false);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
