package io.github.simplechat.loadtest.node;

import java.util.List;

/** What carries the aggregates. */
public enum Axon {
    /** The command service as it is. */
    OURS,

    /** The same, with events whose personal text is stored as it is, for comparison. */
    UNSEALED,

    /** The same service with Axon as its Spring starter sets it up for JDBC. */
    STOCK,

    /** As above, with events that are stored as they are, so that another process can read them. */
    STOCK_UNSEALED;

    List<Class<?>> commandSources() {
        return switch (this) {
            case OURS -> List.of();
            case UNSEALED -> List.of(PlainEvents.class);
            case STOCK -> List.of(StockAxon.class);
            case STOCK_UNSEALED -> List.of(StockAxon.class, PlainEvents.class);
        };
    }

    List<Class<?>> querySources() {
        return switch (this) {
            case OURS, UNSEALED -> List.of();
            case STOCK, STOCK_UNSEALED -> List.of(StockFollower.class);
        };
    }
}
