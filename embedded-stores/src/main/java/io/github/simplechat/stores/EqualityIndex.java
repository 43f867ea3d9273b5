package io.github.simplechat.stores;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An index that is not unique: finds the documents whose first indexed field equals a text. The
 * stock server takes such indexes and then never looks at them.
 */
final class EqualityIndex extends Index<Integer> {

    private final String field;
    private final Map<String, Map<Object, Integer>> positions = new HashMap<>();
    private boolean onlyScalars = true;

    EqualityIndex(String name, List<IndexKey> keys) {
        super(name, keys, true);
        this.field = keys.getFirst().getKey();
    }

    @Override
    public synchronized boolean canHandle(Document query) {
        return onlyScalars && query.get(field) instanceof String;
    }

    @Override
    public synchronized Iterable<Integer> getPositions(Document query) {
        return List.copyOf(under(query).values());
    }

    @Override
    public synchronized void add(
            Document document, Integer position, MongoCollection<Integer> collection) {
        switch (document.get(field)) {
            case String value ->
                    positions
                            .computeIfAbsent(value, v -> new LinkedHashMap<>())
                            .put(document.get("_id"), position);
            case Iterable<?> several -> onlyScalars = false;
            case null, default -> {}
        }
    }

    @Override
    @SuppressWarnings("NullAway") // the server takes null for "not in this index"
    public synchronized Integer remove(Document document) {
        Map<Object, Integer> same = under(document);
        return same.isEmpty() ? null : same.remove(document.get("_id"));
    }

    @Override
    @SuppressWarnings("NullAway")
    public synchronized Integer getPosition(Document document) {
        return under(document).get(document.get("_id"));
    }

    @Override
    public synchronized void updateInPlace(
            Document before, Document after, Integer position, MongoCollection<Integer> all) {
        remove(before);
        add(after, position, all);
    }

    private Map<Object, Integer> under(Document document) {
        @Nullable Object value = document.get(field);
        return value instanceof String text ? positions.getOrDefault(text, Map.of()) : Map.of();
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Integer> collection) {}

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Integer> all) {}

    @Override
    public synchronized long getCount() {
        return positions.values().stream().mapToLong(Map::size).sum();
    }

    @Override
    public synchronized boolean isEmpty() {
        return positions.isEmpty();
    }

    @Override
    public long getDataSize() {
        return 0;
    }

    @Override
    public void drop() {}
}
