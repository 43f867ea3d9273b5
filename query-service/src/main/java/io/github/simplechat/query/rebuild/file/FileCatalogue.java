package io.github.simplechat.query.rebuild.file;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import io.github.simplechat.platform.json.ChatJson;
import io.github.simplechat.query.rebuild.Catalogue;
import io.github.simplechat.query.rebuild.Lineage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * The lineage of one projection in a JSON file, for one process at a time. A file that cannot be
 * read counts as none. Thread-safe.
 */
public final class FileCatalogue implements Catalogue {

    private static final Logger log = LoggerFactory.getLogger(FileCatalogue.class);

    private final Path file;
    private Lineage lineage;

    /**
     * That in a file.
     *
     * @param unknown the lineage when there is no file
     */
    public FileCatalogue(Path file, Lineage unknown) {
        this.file = file;
        this.lineage = read(file, unknown);
    }

    private static Lineage read(Path file, Lineage unknown) {
        try {
            return ChatJson.mapper().readValue(Files.readString(file), Lineage.class);
        } catch (NoSuchFileException e) {
            return unknown;
        } catch (IOException | JacksonException e) {
            log.warn("{} cannot be read and is made anew: {}", file, e.getMessage());
            return unknown;
        }
    }

    @Override
    public synchronized List<Lineage> all() {
        return lineage.revision() == 0 ? List.of() : List.of(lineage);
    }

    @Override
    public synchronized Lineage of(String projection) {
        if (!projection.equals(lineage.projection())) {
            throw new IllegalArgumentException(file + " is not of " + projection);
        }
        return lineage;
    }

    @Override
    public synchronized boolean write(Lineage next) {
        if (of(next.projection()).revision() + 1 != next.revision()) {
            return false;
        }
        try {
            Path written = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(written, ChatJson.mapper().writeValueAsString(next));
            Files.move(written, file, ATOMIC_MOVE, REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
        lineage = next;
        return true;
    }
}
