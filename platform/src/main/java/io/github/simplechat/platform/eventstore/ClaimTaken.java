package io.github.simplechat.platform.eventstore;

import java.util.Set;

/** Somebody was faster with the same key; nothing was stored. Their answer can be read now. */
public final class ClaimTaken extends RuntimeException {

    private final transient Set<Claim> claims;

    /** These claims are taken. */
    public ClaimTaken(Set<Claim> claims) {
        super("The idempotency key is taken.", null, false, false);
        this.claims = Set.copyOf(claims);
    }

    /** Which claims are taken; others of the same append are not. */
    public Set<Claim> claims() {
        return claims;
    }
}
