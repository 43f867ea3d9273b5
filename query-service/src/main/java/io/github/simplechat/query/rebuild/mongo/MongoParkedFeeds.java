package io.github.simplechat.query.rebuild.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import io.github.simplechat.query.rebuild.GenerationId;
import io.github.simplechat.query.rebuild.ParkedFeed;
import io.github.simplechat.query.rebuild.ParkedFeeds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;

/** Parked feeds in the collection {@code parked}, a document for each. */
public final class MongoParkedFeeds implements ParkedFeeds {

    private static final String PARKED = "parked";
    private static final String LAST = "last";

    private final MongoOperations mongo;

    /** Those of a database. */
    public MongoParkedFeeds(MongoOperations mongo) {
        this.mongo = mongo;
    }

    private MongoCollection<Document> parked() {
        return mongo.getCollection(PARKED);
    }

    private static Bson one(GenerationId generation, UUID feedId) {
        return Filters.eq("_id", generation + ":" + feedId);
    }

    private static Bson all(GenerationId generation) {
        return Filters.eq("generation", generation.toString());
    }

    @Override
    public List<ParkedFeed> of(GenerationId generation) {
        return parked().find(all(generation)).into(new ArrayList<>()).stream()
                .map(MongoParkedFeeds::feed)
                .sorted(Comparator.comparingLong(ParkedFeed::position))
                .toList();
    }

    @Override
    public Optional<ParkedFeed> find(GenerationId generation, UUID feedId) {
        return Optional.ofNullable(parked().find(one(generation, feedId)).first())
                .map(MongoParkedFeeds::feed);
    }

    @Override
    public ParkedFeed park(GenerationId generation, ParkedFeed feed) {
        Bson update =
                Updates.combine(
                        Updates.setOnInsert("generation", generation.toString()),
                        Updates.setOnInsert("feedId", feed.feedId().toString()),
                        Updates.setOnInsert("version", feed.version()),
                        Updates.setOnInsert("position", feed.position()),
                        Updates.setOnInsert("event", feed.event()),
                        Updates.setOnInsert("error", feed.error()),
                        Updates.setOnInsert("since", Date.from(feed.since())),
                        Updates.setOnInsert("attempts", feed.attempts()),
                        Updates.max(LAST, feed.last()));
        Document now =
                parked().findOneAndUpdate(
                                one(generation, feed.feedId()),
                                update,
                                new FindOneAndUpdateOptions()
                                        .upsert(true)
                                        .returnDocument(ReturnDocument.AFTER));
        return feed(Objects.requireNonNull(now, "the document that was just written"));
    }

    @Override
    public boolean leaveOut(GenerationId generation, UUID feedId, long version) {
        return parked().updateOne(one(generation, feedId), Updates.max(LAST, version))
                        .getMatchedCount()
                > 0;
    }

    @Override
    public void failedAgain(GenerationId generation, ParkedFeed feed) {
        parked().updateOne(
                        one(generation, feed.feedId()),
                        Updates.combine(
                                Updates.set("version", feed.version()),
                                Updates.set("position", feed.position()),
                                Updates.set("event", feed.event()),
                                Updates.set("error", feed.error()),
                                Updates.set("attempts", feed.attempts())));
    }

    @Override
    public boolean resume(GenerationId generation, UUID feedId, long version) {
        Bson one = one(generation, feedId);
        parked().deleteOne(Filters.and(one, Filters.lte(LAST, version)));
        return parked().find(one).first() == null;
    }

    @Override
    public void forget(GenerationId generation) {
        parked().deleteMany(all(generation));
    }

    private static ParkedFeed feed(Document stored) {
        return new ParkedFeed(
                UUID.fromString(stored.getString("feedId")),
                stored.getLong("version"),
                stored.getLong("position"),
                stored.getString("event"),
                stored.getString("error"),
                stored.getDate("since").toInstant(),
                stored.getInteger("attempts"),
                stored.getLong(LAST));
    }
}
