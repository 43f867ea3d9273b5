package io.github.simplechat.query.people;

import io.github.simplechat.query.people.mongo.MongoPeopleStore;
import io.github.simplechat.query.rebuild.Projection;
import io.github.simplechat.query.rebuild.ServedProjection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The people, served from MongoDB. */
@Configuration(value = "queryPeople", proxyBeanMethods = false)
class PeopleConfiguration {

    @Bean
    ServedProjection<PeopleStore> servedPeople(MongoTemplate mongo) {
        return new ServedProjection<>(
                Projection.of(
                        "people",
                        generation -> new MongoPeopleStore(mongo, generation),
                        PeopleProjector::new));
    }
}
