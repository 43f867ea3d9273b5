package io.github.simplechat.query.timeline;

import io.github.simplechat.query.rebuild.Projection;
import io.github.simplechat.query.timeline.mongo.MongoTimelineStore;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The projection for tests of other packages. */
public final class TimelineFixture {

    private TimelineFixture() {}

    public static Projection<TimelineStore> projection(MongoTemplate mongo) {
        return Projection.of(
                "timeline",
                generation -> new MongoTimelineStore(mongo, generation),
                TimelineProjector::new);
    }
}
