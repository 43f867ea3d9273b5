package io.github.simplechat.query.rebuild;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * A read model and how a generation of it is made.
 *
 * @param <S> the store that its queries ask
 */
public interface Projection<S> {

    /** Its name, which never changes: collections and checkpoints carry it. */
    String name();

    /**
     * Opens a generation, with its collections and indexes. Opening one that is there changes
     * nothing; generations share nothing.
     *
     * @param number 1, 2, 3 …
     */
    Generation<S> open(int number);

    /**
     * What its documents say, as a number from 1 up. A release that raises it builds the projection
     * anew by itself, while what there is goes on serving: the code of a version reads and feeds
     * what the version before it has left. Where it cannot, the projection gets another name.
     */
    default int version() {
        return 1;
    }

    /**
     * Where its generations are remembered, when each process has its own; empty when all processes
     * share them.
     */
    default Optional<Memory> ownMemory() {
        return Optional.empty();
    }

    /** Where it is remembered which generations there are, how far, and what they leave out. */
    record Memory(Catalogue catalogue, Checkpoints checkpoints, ParkedFeeds parked) {}

    /**
     * A generation that is open.
     *
     * @param store what queries ask
     * @param writer what takes in events
     */
    record Generation<S>(S store, ProjectionWriter writer) {}

    /** A projection made of a store for each generation and of what writes into such a store. */
    static <S> Projection<S> of(
            String name, IntFunction<S> stores, Function<S, ProjectionWriter> writers) {
        return of(name, stores, writers, Optional.empty());
    }

    /** As above, with generations that are this process's own. */
    static <S> Projection<S> of(
            String name,
            IntFunction<S> stores,
            Function<S, ProjectionWriter> writers,
            Optional<Memory> ownMemory) {
        return new Projection<>() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Optional<Memory> ownMemory() {
                return ownMemory;
            }

            @Override
            public Generation<S> open(int number) {
                S store = stores.apply(number);
                return new Generation<>(store, writers.apply(store));
            }
        };
    }
}
