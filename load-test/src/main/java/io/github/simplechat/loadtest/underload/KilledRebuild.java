package io.github.simplechat.loadtest.underload;

import java.util.List;

/**
 * A rebuild whose node was killed.
 *
 * @param state how it ended
 * @param digest of what was built
 * @param seconds from the request to its end, restarts included
 */
record KilledRebuild(List<Kill> kills, String state, String digest, double seconds) {

    /**
     * One kill and the restart after it.
     *
     * @param at how far the rebuild was, from 0 to 1
     * @param wentOnAt from where it went on
     * @param startSeconds until the node served again
     * @param idleSeconds from then until the rebuild moved
     * @param wrong answers that were wrong then, one question of each kind
     */
    record Kill(double at, double wentOnAt, double startSeconds, double idleSeconds, long wrong) {}
}
