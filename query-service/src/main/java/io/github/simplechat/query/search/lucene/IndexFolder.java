package io.github.simplechat.query.search.lucene;

import io.github.simplechat.platform.startup.CannotStart;
import io.github.simplechat.query.rebuild.Checkpoints;
import io.github.simplechat.query.rebuild.GenerationId;
import io.github.simplechat.query.rebuild.Lineage;
import io.github.simplechat.query.rebuild.Projection.Memory;
import io.github.simplechat.query.rebuild.file.FileCatalogue;
import io.github.simplechat.query.rebuild.file.ParkedFeedsFile;
import io.github.simplechat.query.search.MessageIndex;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The generations of the index on this node's disk: a folder for each, and a file with their
 * lineage. A generation's position is part of its commit, so it and the documents cannot part
 * company. Damaged or outdated files are removed and built anew. Thread-safe.
 */
public final class IndexFolder implements Checkpoints {

    private static final Logger log = LoggerFactory.getLogger(IndexFolder.class);
    private static final String PROJECTION = "search";

    private final Path folder;
    private final SearchSettings settings;
    private final Map<Integer, LuceneMessageIndex> open = new HashMap<>();

    /** The generations in the folder that settings name. */
    public IndexFolder(SearchSettings settings) {
        this.folder = settings.folder().toAbsolutePath().normalize();
        this.settings = settings;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw inaccessible(e);
        }
    }

    /** A generation, open until it is closed or dropped. */
    public synchronized MessageIndex open(int generation) {
        return index(generation);
    }

    private synchronized LuceneMessageIndex index(int generation) {
        LuceneMessageIndex there = open.get(generation);
        if (there == null || there.files().isClosed()) {
            there = openOrRebuild(generation);
            open.put(generation, there);
        }
        return there;
    }

    private LuceneMessageIndex openOrRebuild(int generation) {
        Path files = files(generation);
        String why;
        try {
            return opened(generation);
        } catch (UnusableIndex e) {
            why = e.getMessage();
        } catch (CorruptIndexException
                | IndexFormatTooOldException
                | IndexFormatTooNewException
                | EOFException
                | FileNotFoundException
                | NoSuchFileException e) {
            why = e.toString();
        } catch (LockObtainFailedException e) {
            throw new CannotStart(
                    "the search folder %s is in use by another process; give each its own in CHAT_SEARCH_FOLDER."
                            .formatted(folder),
                    e);
        } catch (IOException e) {
            throw inaccessible(e);
        }
        log.warn("The search index in {} cannot be used and is built anew: {}", files, why);
        try {
            remove(files);
            return opened(generation);
        } catch (IOException e) {
            throw inaccessible(e);
        } catch (UnusableIndex e) {
            throw new IllegalStateException("An empty index is of this version", e);
        }
    }

    private LuceneMessageIndex opened(int generation) throws IOException, UnusableIndex {
        Path files = files(generation);
        return new LuceneMessageIndex(
                OpenIndex.open(files, settings), () -> removed(generation, files));
    }

    private synchronized void removed(int generation, Path files) {
        open.remove(generation);
        try {
            remove(files);
        } catch (IOException e) {
            throw new UncheckedIOException("The search index cannot be removed", e);
        }
    }

    private static void remove(Path files) throws IOException {
        if (Files.exists(files)) {
            IOUtils.rm(files);
        }
    }

    private Path files(int generation) {
        return folder.resolve(Integer.toString(generation));
    }

    private CannotStart inaccessible(IOException cause) {
        return new CannotStart(
                "the search folder %s cannot be written; make it writable or name another one in CHAT_SEARCH_FOLDER."
                        .formatted(folder),
                cause);
    }

    /** Where the generations are remembered: here, with their files. */
    public Memory memory() {
        Path file = folder.resolve("generations.json");
        return new Memory(
                new FileCatalogue(file, left()),
                this,
                ParkedFeedsFile.open(folder.resolve("parked.json")));
    }

    /** What releases before lineages have left: the number of the generation that serves. */
    private Lineage left() {
        try {
            int number = Integer.parseInt(Files.readString(folder.resolve("serving")).strip());
            return Lineage.left(PROJECTION, number);
        } catch (NoSuchFileException e) {
            return Lineage.unknown(PROJECTION);
        } catch (IOException | NumberFormatException e) {
            log.warn("It cannot be read which search index serves; it is built anew");
            return Lineage.unknown(PROJECTION);
        }
    }

    @Override
    public long position(GenerationId generation) {
        return index(generation.number()).files().position();
    }

    @Override
    public void advance(GenerationId generation, long position) {
        index(generation.number()).files().advance(position);
    }

    /** Documents and position are one: both go. */
    @Override
    public void forget(GenerationId generation) {
        index(generation.number()).drop();
    }

    /** Closes all generations that are still open. */
    public synchronized void close() {
        Map.copyOf(open).values().forEach(LuceneMessageIndex::close);
        open.clear();
    }
}
