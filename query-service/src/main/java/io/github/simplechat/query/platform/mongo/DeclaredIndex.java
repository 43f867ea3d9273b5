package io.github.simplechat.query.platform.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import io.github.simplechat.platform.startup.CannotStart;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An ascending index as the queries of a collection need it.
 *
 * @param fields what it is over
 * @param partial whether only those documents are in it that have its first field
 */
record DeclaredIndex(List<String> fields, boolean partial) {

    private static final Logger log = LoggerFactory.getLogger(DeclaredIndex.class);
    private static final String FILTER = "partialFilterExpression";

    /**
     * Sees to it that a collection has the index.
     *
     * @throws CannotStart when there is another one of its name, or the same under another name
     */
    void ensure(MongoCollection<Document> collection) {
        Document there = named(collection);
        if (there == null) {
            create(collection);
        } else if (!isThis(there)) {
            throw differs(collection, there.toJson(), null);
        }
    }

    private @Nullable Document named(MongoCollection<Document> collection) {
        for (Document index : collection.listIndexes()) {
            if (name().equals(index.getString("name"))) {
                return index;
            }
        }
        return null;
    }

    private void create(MongoCollection<Document> collection) {
        if (collection.find().first() != null) {
            log.warn("The index {} of {} is missing and is made", name(), space(collection));
        }
        IndexOptions options = new IndexOptions().name(name());
        try {
            collection.createIndex(
                    keys(), partial ? options.partialFilterExpression(filter()) : options);
        } catch (MongoCommandException e) {
            throw differs(collection, e.getErrorMessage(), e);
        }
    }

    private boolean isThis(Document there) {
        Document keys = there.get("key", Document.class);
        boolean sameKeys =
                List.copyOf(keys.keySet()).equals(fields)
                        && keys.values().stream()
                                .allMatch(one -> one instanceof Number way && way.intValue() == 1);
        Document filter = there.get(FILTER, Document.class);
        boolean sameFilter = partial ? filter().equals(filter) : filter == null;
        return sameKeys && sameFilter && !Boolean.TRUE.equals(there.get("unique"));
    }

    private CannotStart differs(
            MongoCollection<Document> collection, String how, @Nullable Exception cause) {
        return new CannotStart(
                "the index %s of %s is not as it is needed (%s); drop it, and the next start makes it."
                        .formatted(name(), space(collection), how),
                cause);
    }

    private static String space(MongoCollection<Document> collection) {
        return collection.getNamespace().getFullName();
    }

    private String name() {
        return String.join("_1_", fields) + "_1";
    }

    private Document keys() {
        Document keys = new Document();
        fields.forEach(field -> keys.append(field, 1));
        return keys;
    }

    private Document filter() {
        return new Document(fields.getFirst(), new Document("$exists", true));
    }
}
