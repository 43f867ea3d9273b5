package io.github.simplechat.command.automation;

import io.github.simplechat.command.erasure.Erasure;
import io.github.simplechat.command.platform.web.Commands;
import io.github.simplechat.platform.eventstore.EventLog;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the automations of this service. */
@Configuration(proxyBeanMethods = false)
class AutomationConfiguration {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** Depends on the schema so that nothing is read or written before it is there. */
    @Bean
    PostgresPlace placeWithEvents(
            @Qualifier("eventStoreSchema") Flyway schema, DataSource dataSource) {
        return new PostgresPlace(dataSource, "events.automation");
    }

    /** As above. */
    @Bean
    PostgresPlace placeWithKeys(@Qualifier("personalSchema") Flyway schema, DataSource dataSource) {
        return new PostgresPlace(dataSource, "personal.automation");
    }

    @Bean
    AutomationRunner<?> mentionPeople(
            WhenMessageSentThenMentionPeople automation,
            @Qualifier("consequentialEvents") EventLog events,
            @Qualifier("placeWithEvents") Place place,
            Commands commands) {
        return new AutomationRunner<>(automation, events, place, commands::send, PAUSE);
    }

    @Bean
    AutomationRunner<?> forgetErased(
            WhenPersonErasedThenForgetThem automation,
            @Qualifier("consequentialEvents") EventLog events,
            @Qualifier("placeWithKeys") Place place,
            Erasure erasure) {
        return new AutomationRunner<>(
                automation,
                events,
                place,
                command ->
                        erasure.complete(
                                command.userId(), Instant.now().truncatedTo(ChronoUnit.MILLIS)),
                PAUSE);
    }
}
