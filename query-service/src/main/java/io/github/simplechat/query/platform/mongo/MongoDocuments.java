package io.github.simplechat.query.platform.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.WriteModel;
import io.github.simplechat.query.platform.Documents;
import io.github.simplechat.query.platform.Fingerprint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * One collection whose documents only ever get newer. Several writers at once, and a writer that
 * repeats old work, are harmless: whoever has the higher version wins. Thread-safe.
 *
 * @param <D> what is kept in it
 */
public final class MongoDocuments<D extends VersionedDocument> implements Documents {

    private static final int AT_A_TIME = 1_000;
    private static final int DUPLICATE_KEY = 11_000;
    private static final int READ_AT_ONCE = 1_000;
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoOperations mongo;
    private final Class<D> type;
    private final String collection;
    private final Function<D, Document> shape;

    /** A collection; nothing is made before something is written or an index is asked for. */
    public MongoDocuments(MongoOperations mongo, Class<D> type, String collection) {
        this(mongo, type, collection, document -> mapped(mongo, document));
    }

    /**
     * As above, of documents that are written often.
     *
     * @param shape gives what the mapping would give, and costs less
     */
    public MongoDocuments(
            MongoOperations mongo, Class<D> type, String collection, Function<D, Document> shape) {
        this.mongo = mongo;
        this.type = type;
        this.collection = collection;
        this.shape = shape;
    }

    /**
     * Sees to it that there is a plain ascending index.
     *
     * @throws io.github.simplechat.platform.startup.CannotStart when another one is in its place
     */
    public MongoDocuments<D> index(String... fields) {
        return ensure(new DeclaredIndex(List.of(fields), false));
    }

    /**
     * As above, of those documents that have its first field. Serves only queries that name a value
     * of that field.
     */
    public MongoDocuments<D> indexOfThose(String... fields) {
        return ensure(new DeclaredIndex(List.of(fields), true));
    }

    private MongoDocuments<D> ensure(DeclaredIndex index) {
        index.ensure(mongo.getCollection(collection));
        return this;
    }

    /** The documents with these ids, in no order; costs what is found, not what is there. */
    public List<D> load(Collection<String> ids) {
        return ids.isEmpty() ? List.of() : find(Query.query(Criteria.where("_id").in(ids)));
    }

    @Override
    public Stream<Fingerprint> all() {
        MongoCursor<Document> found =
                mongo.getCollection(collection)
                        .find()
                        .sort(Sorts.ascending("_id"))
                        .batchSize(READ_AT_ONCE)
                        .iterator();
        Iterable<Document> once = () -> found;
        return StreamSupport.stream(once.spliterator(), false)
                .map(MongoDocuments::fingerprint)
                .onClose(found::close);
    }

    @Override
    public List<Fingerprint> of(Collection<String> ids) {
        return mongo.getCollection(collection)
                .find(Filters.in("_id", ids))
                .map(MongoDocuments::fingerprint)
                .into(new ArrayList<>());
    }

    private static Fingerprint fingerprint(Document stored) {
        return Fingerprint.of(stored.getString("_id"), stored.getLong("version"), stored);
    }

    /** The documents that a query finds. */
    public List<D> find(Query query) {
        return mongo.find(query, type, collection);
    }

    /** How many documents a query finds. Counted here: not every server counts by index. */
    public long count(Query query) {
        long count = 0;
        try (MongoCursor<Document> ids =
                mongo.getCollection(collection)
                        .find(query.getQueryObject())
                        .projection(Projections.include("_id"))
                        .iterator()) {
            while (ids.hasNext()) {
                ids.next();
                count++;
            }
        }
        return count;
    }

    /**
     * Writes each document unless one of the same id and the same or a higher version is there.
     *
     * @throws DataAccessResourceFailureException when the store is away for now
     * @throws com.mongodb.MongoException when the store refuses; some may have been written then
     */
    public void write(Collection<D> documents) {
        var _ = bulk(documents.stream().map(this::ifNewer).toList());
    }

    /**
     * Writes documents that are thought not to be there. Leaves what {@link #write} leaves, and
     * costs less: a plain insert is the cheapest write of a server. Those that are there after all
     * are written a second time, if newer.
     *
     * @throws DataAccessResourceFailureException when the store is away for now
     * @throws com.mongodb.MongoException when the store refuses; some may have been written then
     */
    public void add(List<D> documents) {
        List<BulkWriteError> there =
                bulk(
                        documents.stream()
                                .map(one -> new InsertOneModel<>(shape.apply(one)))
                                .toList());
        write(there.stream().map(error -> documents.get(error.getIndex())).toList());
    }

    /** Writes all that can be written. Returns what failed because such a document is there. */
    private List<BulkWriteError> bulk(List<? extends WriteModel<Document>> writes) {
        if (writes.isEmpty()) {
            return List.of();
        }
        try {
            var _ = mongo.getCollection(collection).bulkWrite(writes, UNORDERED);
            return List.of();
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null
                    || e.getWriteErrors().stream().anyMatch(x -> x.getCode() != DUPLICATE_KEY)) {
                throw e;
            }
            return e.getWriteErrors();
        } catch (MongoSocketException
                | MongoTimeoutException
                | MongoNotPrimaryException
                | MongoNodeIsRecoveringException e) {
            throw new DataAccessResourceFailureException("The document store is away", e);
        }
    }

    /** A newer document makes the filter miss and the insert fail as a duplicate: that is right. */
    private ReplaceOneModel<Document> ifNewer(D document) {
        Document filter =
                new Document("_id", document.id())
                        .append("version", new Document("$lt", document.version()));
        return new ReplaceOneModel<>(filter, shape.apply(document), UPSERT);
    }

    private static Document mapped(MongoOperations mongo, Object document) {
        Document bson = new Document();
        mongo.getConverter().write(document, bson);
        return bson;
    }

    /**
     * Replaces the documents that a query finds, each at the version that it has, a thousand at a
     * time, until none is found: what was replaced must not be found again.
     */
    public void replace(Criteria which, UnaryOperator<D> change) {
        Query query = Query.query(which).limit(AT_A_TIME);
        for (List<D> found = find(query); !found.isEmpty(); found = find(query)) {
            mongo.getCollection(collection)
                    .bulkWrite(
                            found.stream().map(one -> ifSame(one, change.apply(one))).toList(),
                            UNORDERED);
        }
    }

    /** One that has become newer since it was found is left for the next look. */
    private ReplaceOneModel<Document> ifSame(D before, D after) {
        return new ReplaceOneModel<>(
                new Document("_id", before.id()).append("version", before.version()),
                shape.apply(after));
    }

    /** Removes the documents that a query finds. */
    public void remove(Criteria which) {
        mongo.getCollection(collection).deleteMany(which.getCriteriaObject());
    }

    /** Removes the collection and everything in it, if it is there. */
    @Override
    public void drop() {
        if (mongo.collectionExists(collection)) {
            mongo.dropCollection(collection);
        }
    }
}
