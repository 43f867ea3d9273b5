package io.github.simplechat.command.announcement;

import io.github.simplechat.command.platform.axon.FeedRepositories;
import org.axonframework.modelling.command.Repository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the announcements are loaded from. */
@Configuration(proxyBeanMethods = false)
class AnnouncementRepositories {

    @Bean
    Repository<AnnouncementsAggregate> announcements(FeedRepositories feeds) {
        return feeds.of(AnnouncementsAggregate.class, AnnouncementsAggregate::new);
    }
}
