package io.github.simplechat.query.rebuild.mongo;

import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import io.github.simplechat.query.platform.mongo.MongoDocuments;
import io.github.simplechat.query.platform.mongo.VersionedDocument;
import io.github.simplechat.query.rebuild.GenerationId;
import io.github.simplechat.query.rebuild.GenerationRegister;
import java.util.List;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;

/** The register in two collections: {@code projections} and {@code checkpoints}. */
public final class MongoGenerationRegister implements GenerationRegister {

    private static final String PROJECTIONS = "projections";
    private static final String CHECKPOINTS = "checkpoints";

    private final MongoOperations mongo;
    private final MongoDocuments<Checkpoint> checkpoints;

    /**
     * How far a generation is.
     *
     * @param version the position: like any version, it only rises
     */
    record Checkpoint(String id, long version) implements VersionedDocument {}

    /** A register in a database. */
    public MongoGenerationRegister(MongoOperations mongo) {
        this.mongo = mongo;
        this.checkpoints = new MongoDocuments<>(mongo, Checkpoint.class, CHECKPOINTS);
    }

    @Override
    public int serving(String projection) {
        try {
            Document pointer = pointers().find(byId(projection)).first();
            return pointer == null ? 1 : pointer.getInteger("serving");
        } catch (MongoTimeoutException e) {
            throw new IllegalStateException(
                    "the document store does not answer; check that it runs and that"
                            + " CHAT_MONGODB_URI names it.");
        }
    }

    @Override
    public void serve(GenerationId generation) {
        Document filter = byId(generation.projection());
        pointers()
                .replaceOne(
                        filter,
                        byId(generation.projection()).append("serving", generation.number()),
                        new ReplaceOptions().upsert(true));
    }

    @Override
    public long position(GenerationId generation) {
        return checkpoints.load(List.of(generation.toString())).stream()
                .mapToLong(Checkpoint::version)
                .findFirst()
                .orElse(0);
    }

    @Override
    public void advance(GenerationId generation, long position) {
        checkpoints.write(List.of(new Checkpoint(generation.toString(), position)));
    }

    @Override
    public void forget(GenerationId generation) {
        mongo.getCollection(CHECKPOINTS).deleteOne(byId(generation.toString()));
    }

    private MongoCollection<Document> pointers() {
        return mongo.getCollection(PROJECTIONS);
    }

    private static Document byId(String id) {
        return new Document("_id", id);
    }
}
