package io.github.simplechat.loadtest.node;

import java.util.List;

/** What carries the aggregates. */
public enum Axon {
    /** The command service as it is. */
    OURS,

    /** The same, with events whose personal text is stored as it is, for comparison. */
    UNSEALED,

    /** The same service with Axon as its Spring starter sets it up for JDBC. */
    STOCK;

    List<Class<?>> sources() {
        return switch (this) {
            case OURS -> List.of();
            case UNSEALED -> List.of(PlainEvents.class);
            case STOCK -> List.of(StockAxon.class);
        };
    }
}
