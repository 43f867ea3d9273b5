package io.github.simplechat.loadtest.rebuild;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import io.github.simplechat.loadtest.bench.Round;
import io.github.simplechat.loadtest.progress.Parallel;
import io.github.simplechat.loadtest.progress.Progress;
import io.github.simplechat.query.rebuild.Projection.Memory;
import io.github.simplechat.query.rebuild.mongo.MongoCatalogue;
import io.github.simplechat.query.rebuild.mongo.MongoCheckpoints;
import io.github.simplechat.query.rebuild.mongo.MongoParkedFeeds;
import io.github.simplechat.query.timeline.TimelineStore;
import io.github.simplechat.query.timeline.mongo.MongoTimelineStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Gatherers;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;

/** A database of a document server, with the timeline in it as the service keeps it there. */
final class Documents implements AutoCloseable {

    private static final String DATABASE = "chat_load_rebuild";
    private static final int BATCH = 1_000;
    private static final int BARE = 1_000_000;
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoClient client;
    private final MongoTemplate mongo;

    /** Connects as the service does: a write counts once a majority has it in its journal. */
    Documents(String url) {
        client =
                MongoClients.create(
                        MongoClientSettings.builder()
                                .applyConnectionString(new ConnectionString(url))
                                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                                .build());
        mongo = new MongoTemplate(new SimpleMongoClientDatabaseFactory(client, DATABASE));
        ((MappingMongoConverter) mongo.getConverter())
                .setTypeMapper(new DefaultMongoTypeMapper(null));
        database().drop();
    }

    private MongoDatabase database() {
        return client.getDatabase(DATABASE);
    }

    Memory memory() {
        return new Memory(
                new MongoCatalogue(mongo),
                new MongoCheckpoints(mongo),
                new MongoParkedFeeds(mongo));
    }

    TimelineStore timeline(int generation) {
        return new MongoTimelineStore(mongo, generation);
    }

    /** The messages of a generation, in the order in which they were written. */
    List<Document> messages(int generation) {
        return collection(generation).find().batchSize(BATCH).into(new ArrayList<>());
    }

    private MongoCollection<Document> collection(int generation) {
        return database().getCollection("timeline_" + generation + "_messages");
    }

    /** Inserts documents into a new collection with the same indexes. */
    Round insert(List<Document> documents, int writers, LongSupplier cpuMicros) {
        TimelineStore into = timeline(BARE);
        MongoCollection<Document> collection = collection(BARE);
        List<List<Document>> batches =
                documents.stream().gather(Gatherers.windowFixed(BATCH)).toList();
        long cpuBefore = cpuMicros.getAsLong();
        long begun = System.nanoTime();
        var _ =
                new Parallel(writers, Progress.silent())
                        .map(batches, batch -> collection.bulkWrite(inserts(batch), UNORDERED));
        Round round =
                new Round(
                        documents.size(),
                        System.nanoTime() - begun,
                        cpuMicros.getAsLong() - cpuBefore);
        into.drop();
        return round;
    }

    private static List<InsertOneModel<Document>> inserts(List<Document> batch) {
        return batch.stream().map(InsertOneModel::new).toList();
    }

    @Override
    public void close() {
        database().drop();
        client.close();
    }
}
