package io.github.simplechat.query.rebuild;

import org.jspecify.annotations.Nullable;

/**
 * Which node builds a generation. The owner beats; who sees no beat for long enough, by the own
 * clock alone, may take over with the next term. No two clocks are ever compared.
 *
 * @param owner the node, null when it is nobody's
 * @param term rises with every owner
 * @param beat rises while the owner lives
 */
public record Lease(@Nullable String owner, long term, long beat) {

    /** Nobody's, and never was anybody's. */
    public static final Lease FREE = new Lease(null, 0, 0);

    Lease taken(String by) {
        return new Lease(by, term + 1, 0);
    }

    Lease beaten() {
        return new Lease(owner, term, beat + 1);
    }

    Lease released() {
        return new Lease(null, term, beat);
    }

    boolean isOf(String node, long itsTerm) {
        return node.equals(owner) && term == itsTerm;
    }
}
