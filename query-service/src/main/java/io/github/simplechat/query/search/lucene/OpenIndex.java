package io.github.simplechat.query.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of one index, open for writing and reading. What is written becomes visible after some
 * milliseconds; a commit makes it durable together with the position in the log up to which all is
 * in it. What was deleted is cleared out of the files after a while. Thread-safe.
 */
final class OpenIndex {

    private static final Logger log = LoggerFactory.getLogger(OpenIndex.class);

    private static final double BUFFER_MB = 64;
    private static final double LARGEST_SEGMENT_MB = 1_024;
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Directory files;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final SearchSettings settings;
    private final ScheduledExecutorService keeper =
            Executors.newScheduledThreadPool(
                    2, Thread.ofPlatform().daemon().name("search-index-", 0).factory());
    private final Refresh refresh;
    private volatile long position;
    private long committedPosition;
    private long committedAt = System.nanoTime();
    private volatile long deletedAt = Long.MAX_VALUE;
    private boolean closed;

    private OpenIndex(Directory files, IndexWriter writer, SearchSettings settings)
            throws IOException {
        this.files = files;
        this.writer = writer;
        this.settings = settings;
        this.position = CommitData.position(writer);
        this.committedPosition = position;
        this.searchers = new SearcherManager(writer, new Scoring());
        this.refresh = new Refresh(searchers, keeper, e -> complain("could not be read anew", e));
        if (writer.hasDeletions()) {
            deletedAt = System.nanoTime();
        }
        var _ =
                keeper.scheduleWithFixedDelay(
                        this::tick, TICK.toNanos(), TICK.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static final class Scoring extends SearcherFactory {
        @Override
        public IndexSearcher newSearcher(IndexReader reader, IndexReader previous) {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setSimilarity(new FixedSimilarity());
            return searcher;
        }
    }

    /**
     * Opens the index in a folder, or makes an empty one.
     *
     * @throws UnusableIndex when there is one of another schema
     * @throws IOException when its files are damaged, in use or not accessible
     */
    static OpenIndex open(Path folder, SearchSettings settings) throws IOException, UnusableIndex {
        Directory files = FSDirectory.open(folder);
        @SuppressWarnings("resource") // closed below when opening fails, else by close()
        IndexWriter writer = null;
        try {
            check(files);
            writer = new IndexWriter(files, configuration());
            return new OpenIndex(files, writer, settings);
        } catch (IOException | RuntimeException | UnusableIndex e) {
            if (writer != null) {
                writer.rollback();
            }
            files.close();
            throw e;
        }
    }

    /** Reads all of it once: damage is found now and not by some query. */
    private static void check(Directory files) throws IOException, UnusableIndex {
        if (!DirectoryReader.indexExists(files)) {
            return;
        }
        try (DirectoryReader reader = DirectoryReader.open(files)) {
            CommitData.requireSchema(reader);
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
        }
    }

    private static IndexWriterConfig configuration() {
        TieredMergePolicy merges = new TieredMergePolicy();
        merges.setForceMergeDeletesPctAllowed(0);
        merges.setMaxMergedSegmentMB(LARGEST_SEGMENT_MB);
        return new IndexWriterConfig(MessageAnalysis.analyzer())
                .setSimilarity(new FixedSimilarity())
                .setMergePolicy(merges)
                .setRAMBufferSizeMB(BUFFER_MB)
                .setCommitOnClose(false);
    }

    IndexWriter writer() {
        return writer;
    }

    SearcherManager searchers() {
        return searchers;
    }

    /** Everything up to a position of the log is in it; the next commit says so. */
    void advance(long reached) {
        position = Math.max(position, reached);
    }

    long position() {
        return position;
    }

    /** Something was deleted, so it is still in the files. */
    void deleted() {
        if (deletedAt == Long.MAX_VALUE) {
            deletedAt = System.nanoTime();
        }
    }

    /** Something was written and is to be seen soon. */
    void written() {
        refresh.soon();
    }

    private void tick() {
        try {
            if (System.nanoTime() - deletedAt >= settings.expungeAfter().toNanos()) {
                expunge();
            } else if (System.nanoTime() - committedAt >= settings.commitInterval().toNanos()) {
                commit();
            }
        } catch (IOException | RuntimeException e) {
            complain("could not be committed", e);
        }
    }

    /** Writes what is left of segments with deletions into new ones, and removes the old. */
    void expunge() throws IOException {
        deletedAt = Long.MAX_VALUE;
        writer.forceMergeDeletes(true);
        searchers.maybeRefreshBlocking();
        commit();
        writer.deleteUnusedFiles();
    }

    synchronized void commit() throws IOException {
        long reached = position;
        if (!closed && (reached > committedPosition || writer.hasUncommittedChanges())) {
            writer.setLiveCommitData(CommitData.of(reached).entrySet());
            writer.commit();
            committedPosition = reached;
        }
        committedAt = System.nanoTime();
    }

    private void complain(String what, Exception cause) {
        if (!(cause instanceof AlreadyClosedException) || !keeper.isShutdown()) {
            log.error("The search index {} {}", files, what, cause);
        }
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Commits and lets go of the files. */
    void close() {
        close(true);
    }

    /** Lets go of the files without a commit. */
    void abandon() {
        close(false);
    }

    private void close(boolean committing) {
        keeper.shutdown();
        try {
            if (committing) {
                commit();
            }
            release();
        } catch (IOException e) {
            throw new UncheckedIOException("The search index " + files + " could not be closed", e);
        }
    }

    private synchronized void release() throws IOException {
        if (!closed) {
            closed = true;
            searchers.close();
            writer.rollback();
            files.close();
        }
    }
}
