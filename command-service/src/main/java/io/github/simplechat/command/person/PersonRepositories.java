package io.github.simplechat.command.person;

import io.github.simplechat.command.platform.axon.FeedRepositories;
import org.axonframework.modelling.command.Repository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where people are loaded from. */
@Configuration(proxyBeanMethods = false)
class PersonRepositories {

    @Bean
    Repository<PersonAggregate> persons(FeedRepositories feeds) {
        return feeds.of(PersonAggregate.class, PersonAggregate::new);
    }
}
