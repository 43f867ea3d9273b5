package io.github.simplechat.query.rebuild.memory;

import io.github.simplechat.query.rebuild.Catalogue;
import io.github.simplechat.query.rebuild.Lineage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A catalogue that lives as long as its process. */
public final class InMemoryCatalogue implements Catalogue {

    private final Map<String, Lineage> lineages = new TreeMap<>();

    @Override
    public synchronized List<Lineage> all() {
        return List.copyOf(lineages.values());
    }

    @Override
    public synchronized Lineage of(String projection) {
        return lineages.getOrDefault(projection, Lineage.unknown(projection));
    }

    @Override
    public synchronized boolean write(Lineage next) {
        if (of(next.projection()).revision() + 1 != next.revision()) {
            return false;
        }
        lineages.put(next.projection(), next);
        return true;
    }
}
