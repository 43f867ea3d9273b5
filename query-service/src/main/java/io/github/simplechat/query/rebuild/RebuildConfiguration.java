package io.github.simplechat.query.rebuild;

import io.github.simplechat.platform.eventstore.EventLog;
import io.github.simplechat.platform.eventstore.FeedReader;
import io.github.simplechat.query.rebuild.Projection.Memory;
import io.github.simplechat.query.rebuild.mongo.MongoCatalogue;
import io.github.simplechat.query.rebuild.mongo.MongoCheckpoints;
import io.github.simplechat.query.rebuild.mongo.MongoParkedFeeds;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The engine over every projection of this service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ProjectionSettings.class, RebuildSettings.class})
class RebuildConfiguration {

    @Bean
    Readers readers() {
        return new Readers();
    }

    @Bean
    ProjectionEngine projectionEngine(
            EventLog events,
            FeedReader feeds,
            MongoTemplate mongo,
            ProjectionSettings settings,
            RebuildSettings rebuilds,
            Readers readers,
            List<ServedProjection<?>> projections) {
        return new ProjectionEngine(
                events,
                feeds,
                new Memory(
                        new MongoCatalogue(mongo),
                        new MongoCheckpoints(mongo),
                        new MongoParkedFeeds(mongo)),
                settings,
                new Throttle(rebuilds, readers::areThere),
                projections);
    }

    @Bean
    ProjectionMetrics projectionMetrics(ProjectionEngine engine) {
        return new ProjectionMetrics(engine);
    }
}
