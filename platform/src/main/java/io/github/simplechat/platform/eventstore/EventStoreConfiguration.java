package io.github.simplechat.platform.eventstore;

import io.github.simplechat.api.event.Revision;
import io.github.simplechat.platform.database.DatabaseConfiguration;
import io.github.simplechat.platform.database.EventRights;
import io.github.simplechat.platform.database.Migrations;
import io.github.simplechat.platform.json.ChatJson;
import io.github.simplechat.platform.personal.PersonalConfiguration;
import io.github.simplechat.platform.personal.PersonalJson;
import io.github.simplechat.platform.personal.PersonalKeys;
import io.github.simplechat.platform.personal.Seal;
import javax.sql.DataSource;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JacksonModule;

/** What every event store needs, and the one that was chosen. */
@Configuration(proxyBeanMethods = false)
@Import({DatabaseConfiguration.class, EventStoreChoice.class, PersonalConfiguration.class})
public class EventStoreConfiguration {

    private static final int TAIL = 5_000;

    /**
     * Brings the schema {@code events} to this version; several processes may do it at once. The
     * places of automations are in it, wherever the events are.
     */
    @Bean
    Flyway eventStoreSchema(DataSource dataSource, Migrations migrations) {
        Flyway schema = migrations.migrate("events");
        EventRights.check(dataSource, migrations);
        return schema;
    }

    /** Writes events as JSON, what is personal in them sealed, with the revision of their class. */
    @Bean
    @Qualifier("eventSerializer")
    Serializer eventSerializer(PersonalKeys keys) {
        return serializer(PersonalJson.module(new Seal(keys)));
    }

    /** Writes events as JSON with the revision of their class, and what modules add. */
    public static Serializer serializer(JacksonModule... modules) {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(
                        builder -> ChatJson.configure(builder).addModules(modules))
                .revisionResolver(EventStoreConfiguration::revisionOf)
                .lenientDeserialization()
                .build();
    }

    @SuppressWarnings("NullAway") // Axon takes null for "has no revision" and is not annotated
    private static String revisionOf(Class<?> payloadType) {
        Revision revision = payloadType.getAnnotation(Revision.class);
        return revision == null ? null : revision.value();
    }

    /** What those who follow all events read from. */
    @Bean
    @Primary
    SharedTail eventLog(@Qualifier("storedEvents") EventLog storedEvents) {
        return new SharedTail(storedEvents, TAIL);
    }
}
