package io.github.simplechat.query.rebuild.memory;

import io.github.simplechat.query.rebuild.Checkpoints;
import io.github.simplechat.query.rebuild.GenerationId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Checkpoints that live as long as their process. */
public final class InMemoryCheckpoints implements Checkpoints {

    private final Map<GenerationId, Long> positions = new ConcurrentHashMap<>();

    @Override
    public long position(GenerationId generation) {
        return positions.getOrDefault(generation, 0L);
    }

    @Override
    public void advance(GenerationId generation, long position) {
        positions.merge(generation, position, Math::max);
    }

    @Override
    public void forget(GenerationId generation) {
        positions.remove(generation);
    }
}
