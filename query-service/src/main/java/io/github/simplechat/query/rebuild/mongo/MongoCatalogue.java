package io.github.simplechat.query.rebuild.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.result.UpdateResult;
import io.github.simplechat.query.rebuild.Catalogue;
import io.github.simplechat.query.rebuild.Lineage;
import java.util.List;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.mongodb.core.MongoOperations;

/** The catalogue in the collection {@code projections}, a document for each projection. */
public final class MongoCatalogue implements Catalogue {

    private static final String PROJECTIONS = "projections";
    private static final String REVISION = "revision";

    private final MongoOperations mongo;

    /** That of a database. */
    public MongoCatalogue(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public List<Lineage> all() {
        return asking(() -> mongo.findAll(LineageDocument.class, PROJECTIONS)).stream()
                .map(LineageDocument::lineage)
                .toList();
    }

    @Override
    public Lineage of(String projection) {
        LineageDocument found =
                asking(() -> mongo.findById(projection, LineageDocument.class, PROJECTIONS));
        return found == null ? Lineage.unknown(projection) : found.lineage();
    }

    private static <T extends @Nullable Object> T asking(Supplier<T> question) {
        try {
            return question.get();
        } catch (MongoTimeoutException | DataAccessResourceFailureException e) {
            throw new IllegalStateException(
                    "the document store does not answer; check that it runs and that"
                            + " CHAT_MONGODB_URI names it.",
                    e);
        }
    }

    /** The first revision also goes over a document that has none yet. */
    @Override
    public boolean write(Lineage next) {
        Document bson = new Document();
        mongo.getConverter().write(LineageDocument.of(next), bson);
        boolean first = next.revision() == 1;
        Document filter =
                new Document("_id", next.projection())
                        .append(
                                REVISION,
                                first ? new Document("$exists", false) : next.revision() - 1);
        try {
            UpdateResult result =
                    mongo.getCollection(PROJECTIONS)
                            .replaceOne(filter, bson, new ReplaceOptions().upsert(first));
            return result.getMatchedCount() > 0 || result.getUpsertedId() != null;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }
}
