package io.github.simplechat.query.announcements;

import io.github.simplechat.query.announcements.mongo.MongoAnnouncementsStore;
import io.github.simplechat.query.rebuild.Projection;
import io.github.simplechat.query.rebuild.ServedProjection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The announcements, served from MongoDB. */
@Configuration(value = "queryAnnouncements", proxyBeanMethods = false)
class AnnouncementsConfiguration {

    @Bean
    ServedProjection<AnnouncementsStore> servedAnnouncements(MongoTemplate mongo) {
        return new ServedProjection<>(
                Projection.of(
                        "announcements",
                        generation -> new MongoAnnouncementsStore(mongo, generation),
                        AnnouncementsProjector::new));
    }
}
