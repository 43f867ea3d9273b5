package io.github.simplechat.query.rebuild.mongo;

import io.github.simplechat.query.platform.mongo.MongoDocuments;
import io.github.simplechat.query.platform.mongo.VersionedDocument;
import io.github.simplechat.query.rebuild.Checkpoints;
import io.github.simplechat.query.rebuild.GenerationId;
import java.util.List;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;

/** Checkpoints in the collection {@code checkpoints}. */
public final class MongoCheckpoints implements Checkpoints {

    private static final String CHECKPOINTS = "checkpoints";

    private final MongoOperations mongo;
    private final MongoDocuments<Checkpoint> checkpoints;

    /**
     * How far a generation is.
     *
     * @param version the position: like any version, it only rises
     */
    record Checkpoint(String id, long version) implements VersionedDocument {}

    /** Those of a database. */
    public MongoCheckpoints(MongoOperations mongo) {
        this.mongo = mongo;
        this.checkpoints = new MongoDocuments<>(mongo, Checkpoint.class, CHECKPOINTS);
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
        mongo.getCollection(CHECKPOINTS).deleteOne(new Document("_id", generation.toString()));
    }
}
