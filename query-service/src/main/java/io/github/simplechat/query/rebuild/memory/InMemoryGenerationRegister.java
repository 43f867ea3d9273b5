package io.github.simplechat.query.rebuild.memory;

import io.github.simplechat.query.rebuild.GenerationId;
import io.github.simplechat.query.rebuild.GenerationRegister;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A register that lives as long as its process. */
public final class InMemoryGenerationRegister implements GenerationRegister {

    private final Map<String, Integer> serving = new ConcurrentHashMap<>();
    private final Map<GenerationId, Long> positions = new ConcurrentHashMap<>();

    @Override
    public int serving(String projection) {
        return serving.getOrDefault(projection, 1);
    }

    @Override
    public void serve(GenerationId generation) {
        serving.put(generation.projection(), generation.number());
    }

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
