package io.github.simplechat.platform.eventstore.axonserver;

import io.github.simplechat.platform.database.Migrations;
import io.github.simplechat.platform.eventstore.EventLog;
import io.github.simplechat.platform.eventstore.MembershipReader;
import io.github.simplechat.platform.eventstore.SharedTail;
import javax.sql.DataSource;
import org.axonframework.serialization.Serializer;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The event store on Axon Server: engine and readers there, the claims of idempotency keys in
 * PostgreSQL. Commands stay on the bus of their process.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AxonServerSettings.class)
public class AxonServerStoreConfiguration {

    /** Brings the schema {@code claims} to this version; several processes may do it at once. */
    @Bean
    Flyway claimSchema(Migrations migrations) {
        return migrations.migrate("claims");
    }

    @Bean
    Channels axonServerChannels(
            AxonServerSettings settings,
            @Value("${spring.application.name:simple-chat}") String component) {
        return Channels.open(component, settings);
    }

    @Bean
    EventReads axonServerReads(
            Channels channels, @Qualifier("eventSerializer") Serializer serializer) {
        return new EventReads(channels, serializer);
    }

    /** Depends on the schema so that nothing is read or written before it is there. */
    @Bean
    AxonServerClaims claims(
            @Qualifier("claimSchema") Flyway schema, DataSource dataSource, EventReads reads) {
        return new AxonServerClaims(new ClaimRows(new JdbcTemplate(dataSource)), reads);
    }

    @Bean
    AxonServerStorageEngine eventStorageEngine(
            Channels channels,
            EventReads reads,
            @Qualifier("eventSerializer") Serializer serializer,
            AxonServerClaims claims) {
        return new AxonServerStorageEngine(channels, reads, serializer, claims);
    }

    @Bean
    AxonServerFeedReader feedReader(EventReads reads) {
        return new AxonServerFeedReader(reads);
    }

    @Bean
    AxonServerEventLog storedEvents(EventReads reads) {
        return new AxonServerEventLog(reads);
    }

    /** Axon Server has no index of them: those who want them look through all. */
    @Bean
    EventLog consequentialEvents(SharedTail eventLog) {
        return eventLog;
    }

    @Bean
    MembershipReader memberships(AxonServerEventLog storedEvents) {
        return new AxonServerMemberships(storedEvents);
    }
}
