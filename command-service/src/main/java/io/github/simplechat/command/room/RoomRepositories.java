package io.github.simplechat.command.room;

import io.github.simplechat.command.platform.axon.FeedRepositories;
import org.axonframework.modelling.command.Repository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where rooms are loaded from. */
@Configuration(proxyBeanMethods = false)
class RoomRepositories {

    @Bean
    Repository<RoomAggregate> rooms(FeedRepositories feeds) {
        return feeds.of(RoomAggregate.class, RoomAggregate::new);
    }
}
