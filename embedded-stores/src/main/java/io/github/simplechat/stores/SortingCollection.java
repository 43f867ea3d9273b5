package io.github.simplechat.stores;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.backend.memory.MemoryCollection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A collection that sorts all of its documents by {@code _id} without keeping anybody out
 * meanwhile. The stock one holds its lock until it has sorted, for seconds where there are a
 * million.
 */
final class SortingCollection extends MemoryCollection {

    private static final String ID = "_id";

    SortingCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            CursorRegistry cursors) {
        super(database, name, options, cursors);
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // that is what it is for
    public QueryResult handleQuery(QueryParameters asked) {
        if (!isAllById(asked)) {
            return super.handleQuery(asked);
        }
        List<Document> all = all();
        all.sort(Comparator.comparing(document -> document.get(ID), ValueComparator.asc()));
        return createQueryResult(all, asked.getBatchSize());
    }

    private synchronized List<Document> all() {
        return streamAllDocumentsWithPosition()
                .map(DocumentWithPosition::getDocument)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static boolean isAllById(QueryParameters asked) {
        return isEmpty(asked.getQuerySelector().get("$query"))
                && isEmpty(asked.getProjection())
                && new Document(ID, 1).equals(asked.getQuerySelector().get("$orderby"))
                && asked.getNumberToSkip() == 0
                && asked.getLimit() == 0;
    }

    private static boolean isEmpty(@org.jspecify.annotations.Nullable Object document) {
        return document == null || (document instanceof Document some && some.isEmpty());
    }
}
