package io.github.simplechat.platform.eventstore.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.platform.database.Migrations;
import io.github.simplechat.platform.json.ChatJson;
import io.github.simplechat.stores.EmbeddedPostgresql;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@TestInstance(Lifecycle.PER_CLASS)
class EventTypesTest {

    private static final EventType SENT = new EventType("Room", "a.MessageSent", "1");
    private static final EventType UNREVISED = new EventType("Room", "a.MessageSent", null);

    private final EmbeddedPostgresql postgres = EmbeddedPostgresql.temporary();
    private final JdbcTemplate jdbc = migrated();

    private JdbcTemplate migrated() {
        DriverManagerDataSource database =
                new DriverManagerDataSource(
                        postgres.url(),
                        postgres.application().username(),
                        postgres.application().password());
        new Migrations(
                        database,
                        postgres.url(),
                        postgres.owner().username(),
                        postgres.owner().password())
                .migrate("events");
        return new JdbcTemplate(database);
    }

    @AfterAll
    void stop() {
        postgres.close();
    }

    @Test
    void a_type_has_the_same_number_on_every_node() {
        short number = new EventTypes(jdbc).idOf(SENT);

        assertThat(new EventTypes(jdbc).idOf(SENT)).isEqualTo(number);
        assertThat(new EventTypes(jdbc).idOf(UNREVISED)).isNotEqualTo(number);
        assertThat(new EventTypes(jdbc).of(number)).isEqualTo(SENT);
    }

    @Test
    void nodes_that_start_use_up_no_numbers() {
        short before = new EventTypes(jdbc).idOf(new EventType("Room", "a.Before", "1"));
        for (int start = 0; start < 100; start++) {
            var _ = new EventTypes(jdbc).idOf(SENT);
        }

        assertThat(new EventTypes(jdbc).idOf(new EventType("Room", "a.After", "1")))
                .isBetween((short) (before + 1), (short) (before + 2));
    }

    @Test
    void a_number_that_nobody_has_is_refused() {
        assertThatThrownBy(() -> new EventTypes(jdbc).of((short) 32_000))
                .hasMessageContaining("32000");
    }

    @Test
    void
            given_as_many_readers_as_connections_when_nothing_is_known_of_types_yet_then_they_do_not_wait_for_each_other() {
        Serializer json =
                Jackson3Serializer.builder()
                        .jsonMapperBuilderCustomizer(ChatJson::configure)
                        .build();
        UUID room = UUID.randomUUID();
        MessageSent sent = MessageSent.of(room, room, Instant.EPOCH, 1, "hello");
        try (HikariDataSource one = new HikariDataSource()) {
            one.setJdbcUrl(postgres.url());
            one.setUsername(postgres.application().username());
            one.setPassword(postgres.application().password());
            one.setMaximumPoolSize(1);
            one.setConnectionTimeout(1_000);
            try (PostgresEventStore store = new PostgresEventStore(one, json, () -> {})) {
                store.engine()
                        .appendEvents(
                                List.of(
                                        new GenericDomainEventMessage<>(
                                                "Room", room.toString(), 0, sent)));
            }
            try (PostgresEventStore cold = new PostgresEventStore(one, json, () -> {})) {
                assertThat(cold.engine().readFeed(room, 0, 10).next().getPayload()).isEqualTo(sent);
            }
        }
    }
}
