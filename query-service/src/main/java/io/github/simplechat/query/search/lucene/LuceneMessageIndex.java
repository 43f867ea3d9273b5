package io.github.simplechat.query.search.lucene;

import io.github.simplechat.api.query.TextRange;
import io.github.simplechat.query.platform.Contents;
import io.github.simplechat.query.search.Hit;
import io.github.simplechat.query.search.IndexChanges;
import io.github.simplechat.query.search.IndexChanges.NewText;
import io.github.simplechat.query.search.IndexedMessage;
import io.github.simplechat.query.search.MessageIndex;
import io.github.simplechat.query.search.SearchOrder;
import io.github.simplechat.query.search.SearchPlace;
import io.github.simplechat.query.search.SearchQuery;
import io.github.simplechat.query.search.SearchText;
import io.github.simplechat.query.timeline.MessageKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** One generation of the index in Lucene's files. */
final class LuceneMessageIndex implements MessageIndex {

    private static final SortField LATEST =
            LongField.newSortField(Fields.POSITION, true, SortedNumericSelector.Type.MIN);
    private static final Sort NEWEST_FIRST = new Sort(LATEST);
    private static final Sort BEST_FIRST = new Sort(SortField.FIELD_SCORE, LATEST);

    private interface Reading<T> {
        T from(IndexSearcher searcher) throws IOException;
    }

    private final OpenIndex index;
    private final Runnable removal;
    private final Set<UUID> erased = ConcurrentHashMap.newKeySet();

    /**
     * An index.
     *
     * @param removal removes its files, once it is closed
     */
    LuceneMessageIndex(OpenIndex index, Runnable removal) {
        this.index = index;
        this.removal = removal;
        this.erased.addAll(read(LuceneMessageIndex::erased));
    }

    private static Set<UUID> erased(IndexSearcher searcher) throws IOException {
        Set<UUID> erased = new HashSet<>();
        Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), Fields.ERASED);
        if (terms != null) {
            TermsEnum each = terms.iterator();
            for (BytesRef id = each.next(); id != null; id = each.next()) {
                erased.add(UUID.fromString(id.utf8ToString()));
            }
        }
        return erased;
    }

    OpenIndex files() {
        return index;
    }

    @Override
    public List<Hit> search(SearchQuery query) {
        boolean best = query.order() == SearchOrder.BEST;
        Query wanted = restricted(query, best);
        int limit = query.limit();
        var collectors =
                new TopFieldCollectorManager(
                        best ? BEST_FIRST : NEWEST_FIRST, limit, after(query.from(), best), limit);
        return read(searcher -> hits(searcher, searcher.search(wanted, collectors), best));
    }

    private static Query restricted(SearchQuery query, boolean scored) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        if (scored) {
            all.add(WordQueries.scored(query.text()), Occur.MUST);
        } else {
            all.add(WordQueries.plain(query.text()), Occur.FILTER);
        }
        List<BytesRef> rooms =
                query.rooms().stream().map(UUID::toString).map(BytesRef::new).toList();
        all.add(KeywordField.newSetQuery(Fields.ROOM, rooms), Occur.FILTER);
        if (query.authorId() != null) {
            all.add(
                    KeywordField.newExactQuery(Fields.AUTHOR, query.authorId().toString()),
                    Occur.FILTER);
        }
        if (query.before() != null || query.after() != null) {
            long from = query.after() == null ? Long.MIN_VALUE : query.after().toEpochMilli();
            long end = query.before() == null ? Long.MAX_VALUE : query.before().toEpochMilli() - 1;
            all.add(LongField.newRangeQuery(Fields.SENT_AT, from, end), Occur.FILTER);
        }
        return scored ? all.build() : new ConstantScoreQuery(all.build());
    }

    private static @Nullable FieldDoc after(@Nullable SearchPlace place, boolean best) {
        if (place == null) {
            return null;
        }
        Object[] values =
                best
                        ? new Object[] {place.score(), place.position()}
                        : new Object[] {place.position()};
        return new FieldDoc(Integer.MAX_VALUE, place.score(), values);
    }

    private static List<Hit> hits(IndexSearcher searcher, TopFieldDocs found, boolean best)
            throws IOException {
        List<LeafReaderContext> segments = searcher.getIndexReader().leaves();
        List<Hit> hits = new ArrayList<>();
        for (ScoreDoc one : found.scoreDocs) {
            float score = best ? (Float) ((FieldDoc) one).fields[0] : 0;
            hits.add(Documents.Entry.of(segments, one.doc).hit(score));
        }
        return hits;
    }

    @Override
    public List<TextRange> matches(SearchText words, String text) {
        return WordQueries.matches(words, text);
    }

    @Override
    public void write(IndexChanges changes) {
        try {
            for (UUID author : changes.erased()) {
                index.writer().updateDocument(Documents.erased(author), Documents.ofErased(author));
                erased.add(author);
                index.writer().deleteDocuments(new Term(Fields.AUTHOR, author.toString()));
            }
            for (MessageKey key : changes.removed()) {
                index.writer().deleteDocuments(Documents.id(key));
            }
            for (IndexedMessage message : replaced(changes.replaced())) {
                update(message);
            }
            for (IndexedMessage message : changes.put().values()) {
                update(message);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The search index cannot be written", e);
        }
        if (!changes.erased().isEmpty()
                || !changes.removed().isEmpty()
                || !changes.replaced().isEmpty()) {
            index.deleted();
        }
        index.written();
    }

    private void update(IndexedMessage message) throws IOException {
        if (erased.contains(message.authorId())) {
            return;
        }
        index.writer().updateDocument(Documents.id(message.key()), Documents.of(message));
    }

    /** The messages as they are now to be; those that are gone or newer are left out. */
    private List<IndexedMessage> replaced(Map<MessageKey, NewText> texts) throws IOException {
        if (texts.isEmpty()) {
            return List.of();
        }
        index.searchers().maybeRefreshBlocking();
        return read(searcher -> {
            List<IndexedMessage> replaced = new ArrayList<>();
            for (Map.Entry<MessageKey, NewText> text : texts.entrySet()) {
                Documents.Entry entry = find(searcher, text.getKey());
                NewText now = text.getValue();
                if (entry != null && entry.version() < now.version()) {
                    replaced.add(entry.message("").edited(now.version(), now.text()));
                }
            }
            return replaced;
        });
    }

    private static Documents.@Nullable Entry find(IndexSearcher searcher, MessageKey key)
            throws IOException {
        ScoreDoc[] found = searcher.search(new TermQuery(Documents.id(key)), 1).scoreDocs;
        return found.length == 0
                ? null
                : Documents.Entry.of(searcher.getIndexReader().leaves(), found[0].doc);
    }

    private <T> T read(Reading<T> reading) {
        try {
            IndexSearcher searcher = index.searchers().acquire();
            try {
                return reading.from(searcher);
            } finally {
                index.searchers().release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The search index cannot be read", e);
        }
    }

    @Override
    public Contents contents() {
        return new IndexContents(index.searchers());
    }

    @Override
    public void close() {
        index.close();
    }

    @Override
    public void drop() {
        index.abandon();
        removal.run();
    }
}
