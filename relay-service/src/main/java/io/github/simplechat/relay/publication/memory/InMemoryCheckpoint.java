package io.github.simplechat.relay.publication.memory;

import io.github.simplechat.relay.publication.Checkpoint;
import java.util.OptionalLong;

/** A checkpoint that lives as long as its process. Thread-safe. */
public final class InMemoryCheckpoint implements Checkpoint {

    private OptionalLong position = OptionalLong.empty();

    @Override
    public synchronized OptionalLong load() {
        return position;
    }

    @Override
    public synchronized void store(long next) {
        if (position.isEmpty() || position.getAsLong() < next) {
            position = OptionalLong.of(next);
        }
    }
}
