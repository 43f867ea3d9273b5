package io.github.simplechat.query.search.lucene;

import io.github.simplechat.query.platform.Contents;
import io.github.simplechat.query.platform.Fingerprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The messages of an index without their words. */
final class IndexContents implements Contents {

    private final SearcherManager searchers;

    IndexContents(SearcherManager searchers) {
        this.searchers = searchers;
    }

    @Override
    public Stream<Fingerprint> all() {
        try {
            searchers.maybeRefreshBlocking();
            IndexSearcher searcher = searchers.acquire();
            return StreamSupport.stream(new Cursor(searcher.getIndexReader()), false)
                    .onClose(() -> release(searcher));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public List<Fingerprint> of(Collection<String> ids) {
        try {
            searchers.maybeRefreshBlocking();
            IndexSearcher searcher = searchers.acquire();
            try {
                Cursor cursor = new Cursor(searcher.getIndexReader());
                List<Fingerprint> found = new ArrayList<>();
                for (String id : ids) {
                    cursor.seek(id, found::add);
                }
                return found;
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private void release(IndexSearcher searcher) {
        try {
            searchers.release(searcher);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static UncheckedIOException unreadable(IOException cause) {
        return new UncheckedIOException("The search index cannot be read", cause);
    }

    /** Goes through the ids of the index, which are sorted, and leaves out what is deleted. */
    private static final class Cursor extends Spliterators.AbstractSpliterator<Fingerprint> {

        private final IndexReader reader;
        private final @Nullable Bits alive;
        private final TermsEnum ids;

        Cursor(IndexReader reader) throws IOException {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
            this.reader = reader;
            this.alive = MultiBits.getLiveDocs(reader);
            Terms terms = MultiTerms.getTerms(reader, Fields.ID);
            this.ids = terms == null ? TermsEnum.EMPTY : terms.iterator();
        }

        @Override
        public boolean tryAdvance(Consumer<? super Fingerprint> action) {
            try {
                while (ids.next() != null) {
                    if (give(action)) {
                        return true;
                    }
                }
                return false;
            } catch (IOException e) {
                throw unreadable(e);
            }
        }

        void seek(String id, Consumer<? super Fingerprint> action) throws IOException {
            if (ids.seekExact(new BytesRef(id))) {
                give(action);
            }
        }

        private boolean give(Consumer<? super Fingerprint> action) throws IOException {
            PostingsEnum found = ids.postings(null, PostingsEnum.NONE);
            int document = found.nextDoc();
            while (document != PostingsEnum.NO_MORE_DOCS) {
                if (alive == null || alive.get(document)) {
                    Documents.Entry entry = Documents.Entry.of(reader.leaves(), document);
                    action.accept(
                            Fingerprint.of(
                                    ids.term().utf8ToString(),
                                    entry.version(),
                                    entry.message("").toString()));
                    return true;
                }
                document = found.nextDoc();
            }
            return false;
        }
    }
}
