package io.github.simplechat.query.rooms;

import io.github.simplechat.query.rebuild.Projection;
import io.github.simplechat.query.rooms.mongo.MongoRoomsStore;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The projection for tests of other packages. */
public final class RoomsFixture {

    private RoomsFixture() {}

    public static Projection<RoomsStore> projection(MongoTemplate mongo) {
        return Projection.of(
                "rooms", generation -> new MongoRoomsStore(mongo, generation), RoomsProjector::new);
    }
}
