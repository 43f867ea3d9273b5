package io.github.simplechat.platform.eventstore.postgres;

import io.github.simplechat.platform.eventstore.AppendSignal;
import io.github.simplechat.platform.eventstore.Claims;
import io.github.simplechat.platform.eventstore.MembershipReader;
import javax.sql.DataSource;
import org.axonframework.serialization.Serializer;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The event store on PostgreSQL: schema, engine, readers and wake-up. */
@Configuration(proxyBeanMethods = false)
public class PostgresStoreConfiguration {

    @Bean
    AppendSignal appendSignal() {
        return new AppendSignal();
    }

    @Bean
    PostgresNotifications postgresNotifications(DataSource dataSource, AppendSignal appendSignal) {
        return new PostgresNotifications(dataSource, appendSignal);
    }

    /** Depends on the schema so that nothing is read or written before it is there. */
    @Bean
    PostgresEventStore postgresEventStore(
            @Qualifier("eventStoreSchema") Flyway schema,
            DataSource dataSource,
            @Qualifier("eventSerializer") Serializer serializer,
            PostgresNotifications notifications) {
        return new PostgresEventStore(dataSource, serializer, notifications::announce);
    }

    @Bean
    PostgresEventStorageEngine eventStorageEngine(PostgresEventStore store) {
        return store.engine();
    }

    @Bean
    Claims claims(PostgresEventStore store) {
        return store.claims();
    }

    @Bean
    MembershipReader memberships(
            @Qualifier("eventStoreSchema") Flyway schema, DataSource dataSource) {
        return new PostgresMemberships(dataSource);
    }

    @Bean
    PostgresEventLog storedEvents(PostgresEventStorageEngine engine, AppendSignal appendSignal) {
        return new PostgresEventLog(engine, appendSignal);
    }

    @Bean
    ConsequentialEvents consequentialEvents(
            PostgresEventStorageEngine engine, AppendSignal appendSignal) {
        return new ConsequentialEvents(engine, appendSignal);
    }
}
