package io.github.simplechat.relay.publication;

import java.util.OptionalLong;

/**
 * Up to which position of the event store everything has been published. Shared by all nodes, and
 * never goes back: a node that is behind changes nothing. Thread-safe.
 */
public interface Checkpoint {

    /** The position; empty when none was ever stored, or the store was emptied. */
    OptionalLong load();

    /** Raises the position to {@code position}; a lower one than stored changes nothing. */
    void store(long position);
}
