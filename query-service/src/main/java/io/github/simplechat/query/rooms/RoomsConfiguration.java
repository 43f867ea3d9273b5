package io.github.simplechat.query.rooms;

import io.github.simplechat.query.rebuild.Projection;
import io.github.simplechat.query.rebuild.ServedProjection;
import io.github.simplechat.query.rooms.mongo.MongoRoomsStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The rooms, served from MongoDB. */
@Configuration(value = "queryRooms", proxyBeanMethods = false)
class RoomsConfiguration {

    @Bean
    ServedProjection<RoomsStore> servedRooms(MongoTemplate mongo) {
        return new ServedProjection<>(
                Projection.of(
                        "rooms",
                        generation -> new MongoRoomsStore(mongo, generation),
                        RoomsProjector::new));
    }
}
