package io.github.simplechat.platform.eventstore;

/** Somebody was faster with the same key; nothing was stored. Their answer can be read now. */
public final class ClaimTaken extends RuntimeException {

    /** The claim with this key is taken. */
    public ClaimTaken(Claim claim) {
        super("The idempotency key is taken: " + claim.key(), null, false, false);
    }
}
