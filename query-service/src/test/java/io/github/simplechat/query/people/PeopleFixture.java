package io.github.simplechat.query.people;

import io.github.simplechat.query.people.mongo.MongoPeopleStore;
import io.github.simplechat.query.rebuild.Projection;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The projection for tests of other packages. */
public final class PeopleFixture {

    private PeopleFixture() {}

    public static Projection<PeopleStore> projection(MongoTemplate mongo) {
        return Projection.of(
                "people",
                generation -> new MongoPeopleStore(mongo, generation),
                PeopleProjector::new);
    }
}
