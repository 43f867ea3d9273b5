package io.github.simplechat.platform.eventstore;

import io.github.simplechat.api.event.Revision;
import io.github.simplechat.platform.eventstore.postgres.PostgresEventLog;
import io.github.simplechat.platform.eventstore.postgres.PostgresEventStorageEngine;
import io.github.simplechat.platform.eventstore.postgres.PostgresEventStore;
import io.github.simplechat.platform.eventstore.postgres.PostgresMemberships;
import io.github.simplechat.platform.eventstore.postgres.PostgresNotifications;
import io.github.simplechat.platform.json.ChatJson;
import javax.sql.DataSource;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The event store on PostgreSQL: schema, engine, readers and wake-up. */
@Configuration(proxyBeanMethods = false)
public class EventStoreConfiguration {

    private static final int TAIL = 5_000;

    /** Brings the schema {@code events} to this version; several processes may do it at once. */
    @Bean
    Flyway eventStoreSchema(DataSource dataSource) {
        Flyway flyway =
                Flyway.configure()
                        .dataSource(dataSource)
                        .schemas("events")
                        .locations("classpath:db/events")
                        .load();
        flyway.migrate();
        return flyway;
    }

    /** Writes events as JSON, with the revision that their class declares. */
    @Bean
    @Qualifier("eventSerializer")
    Serializer eventSerializer() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(ChatJson::configure)
                .revisionResolver(EventStoreConfiguration::revisionOf)
                .lenientDeserialization()
                .build();
    }

    @SuppressWarnings("NullAway") // Axon takes null for "has no revision" and is not annotated
    private static String revisionOf(Class<?> payloadType) {
        Revision revision = payloadType.getAnnotation(Revision.class);
        return revision == null ? null : revision.value();
    }

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
    PostgresEventLog postgresEventLog(
            PostgresEventStorageEngine engine, AppendSignal appendSignal) {
        return new PostgresEventLog(engine, appendSignal);
    }

    /** What those who follow all events read from. */
    @Bean
    @Primary
    SharedTail eventLog(PostgresEventLog postgresEventLog) {
        return new SharedTail(postgresEventLog, TAIL);
    }
}
