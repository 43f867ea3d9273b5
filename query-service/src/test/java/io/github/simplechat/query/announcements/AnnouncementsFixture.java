package io.github.simplechat.query.announcements;

import io.github.simplechat.query.announcements.mongo.MongoAnnouncementsStore;
import io.github.simplechat.query.rebuild.Projection;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The projection for tests of other packages. */
public final class AnnouncementsFixture {

    private AnnouncementsFixture() {}

    public static Projection<AnnouncementsStore> projection(MongoTemplate mongo) {
        return Projection.of(
                "announcements",
                generation -> new MongoAnnouncementsStore(mongo, generation),
                AnnouncementsProjector::new);
    }
}
