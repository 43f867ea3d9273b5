package io.github.simplechat.query.rebuild.file;

import io.github.simplechat.query.rebuild.Catalogue;
import io.github.simplechat.query.rebuild.Lineage;
import java.nio.file.Path;
import java.util.List;

/** The lineage of one projection in a JSON file, for one process at a time. Thread-safe. */
public final class FileCatalogue implements Catalogue {

    private final JsonFile<Lineage> file;
    private Lineage lineage;

    /**
     * That in a file.
     *
     * @param unknown the lineage when there is no file, or none that can be read
     */
    public FileCatalogue(Path path, Lineage unknown) {
        this.file = new JsonFile<>(path, Lineage.class);
        this.lineage = file.read().orElse(unknown);
    }

    @Override
    public synchronized List<Lineage> all() {
        return lineage.revision() == 0 ? List.of() : List.of(lineage);
    }

    @Override
    public synchronized Lineage of(String projection) {
        if (!projection.equals(lineage.projection())) {
            throw new IllegalArgumentException(file.path() + " is not of " + projection);
        }
        return lineage;
    }

    @Override
    public synchronized boolean write(Lineage next) {
        if (of(next.projection()).revision() + 1 != next.revision()) {
            return false;
        }
        file.write(next);
        lineage = next;
        return true;
    }
}
