package io.github.simplechat.query.timeline;

import io.github.simplechat.query.rebuild.Projection;
import io.github.simplechat.query.rebuild.ServedProjection;
import io.github.simplechat.query.timeline.mongo.MongoTimelineStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The timeline, served from MongoDB. */
@Configuration(value = "queryTimeline", proxyBeanMethods = false)
class TimelineConfiguration {

    @Bean
    ServedProjection<TimelineStore> servedTimeline(MongoTemplate mongo) {
        return new ServedProjection<>(
                Projection.of(
                        "timeline",
                        generation -> new MongoTimelineStore(mongo, generation),
                        TimelineProjector::new));
    }
}
