package io.github.simplechat.relay.publication;

import java.time.Duration;

/**
 * A node's claim to be the one that publishes. At most one node has it at a time, but for a moment
 * when one was held up for longer than it lasts; publishing twice does no harm. Thread-safe.
 */
public interface PublisherLease {

    /**
     * Takes it when nobody has it, and renews it when this node does.
     *
     * @param lasts after how long it ends by itself
     * @return whether this node has it now
     */
    boolean hold(Duration lasts);

    /** Lets another node take it at once; changes nothing when this node does not have it. */
    void release();
}
