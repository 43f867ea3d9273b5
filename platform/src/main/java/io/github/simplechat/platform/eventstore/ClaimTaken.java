package io.github.simplechat.platform.eventstore;

/** Somebody was faster with the same key; nothing was stored. Their answer can be read now. */
public final class ClaimTaken extends RuntimeException {

    /** An idempotency key is taken. */
    public ClaimTaken() {
        super("The idempotency key is taken.", null, false, false);
    }
}
