package io.github.simplechat.platform.eventstore.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.api.room.MessageDeleted;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.platform.eventstore.AppendSignal;
import io.github.simplechat.platform.eventstore.FeedReader;
import io.github.simplechat.platform.json.ChatJson;
import io.github.simplechat.stores.EmbeddedPostgresql;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What was stored by an older version is there after the migration, at the same places. */
@TestInstance(Lifecycle.PER_CLASS)
class EventStoreMigrationTest {

    private static final UUID ROOM = UUID.fromString("01990000-0000-7000-8000-000000000001");
    private static final UUID ME = UUID.fromString("01990000-0000-7000-8000-000000000002");
    private static final Instant AT = Instant.parse("2026-11-22T06:00:00.123Z");

    private final EmbeddedPostgresql postgres = EmbeddedPostgresql.temporary();
    private final DriverManagerDataSource database =
            new DriverManagerDataSource(
                    postgres.url(), postgres.owner().username(), postgres.owner().password());
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final Serializer serializer =
            Jackson3Serializer.builder()
                    .jsonMapperBuilderCustomizer(ChatJson::configure)
                    .lenientDeserialization()
                    .build();

    @AfterAll
    void stop() {
        postgres.close();
    }

    @Test
    void given_events_of_version_1_when_migrated_then_they_keep_position_version_and_content() {
        migrateTo("1");
        var sent = MessageSent.of(ROOM, ME, AT, 1, "말");
        var deleted = new MessageDeleted(ROOM, ME, AT, 1);
        jdbc.queryForObject(
                "SELECT setval('events.event_position_seq', 41)",
                Long.class); // positions have holes
        storeAsVersion1(0, sent, "{}");
        storeAsVersion1(1, deleted, "{\"traceId\":\"t\"}");

        migrateTo("latest");

        try (PostgresEventStore store = new PostgresEventStore(database, serializer, () -> {})) {
            PostgresEventLog log = new PostgresEventLog(store.engine(), new AppendSignal());
            assertThat(log.read(0, 10, Duration.ZERO))
                    .containsExactly(
                            new RecordedEvent(42, 0, sent), new RecordedEvent(43, 1, deleted));
            assertThat(
                            new ConsequentialEvents(store.engine(), new AppendSignal())
                                    .read(0, 10, Duration.ZERO))
                    .as("nobody knows what followed from them")
                    .hasSize(2);
            assertThat(log.first(ROOM, "1")).map(RecordedEvent::event).hasValue(sent);
            assertThat(log.latest(ROOM, "1")).map(RecordedEvent::event).hasValue(deleted);
            assertThat(store.engine().readEvents(ROOM.toString(), 1).next())
                    .satisfies(event -> {
                        assertThat(event.getType()).isEqualTo("Room");
                        assertThat(event.getTimestamp()).isEqualTo(AT);
                        assertThat(event.getMetaData()).containsEntry("traceId", "t");
                    });

            store.engine()
                    .appendEvents(
                            new GenericDomainEventMessage<>("Room", ROOM.toString(), 2, sent));
            assertThat(log.read(ROOM, 1, 10)).containsExactly(new RecordedEvent(44, 2, sent));
        }
    }

    @Test
    void given_an_empty_store_when_migrated_then_the_first_event_can_be_appended() {
        migrateTo("1");
        migrateTo("latest");
        UUID feed = UUID.randomUUID();
        try (PostgresEventStore store = new PostgresEventStore(database, serializer, () -> {})) {
            var sent = MessageSent.of(feed, ME, AT, 1, "말");
            store.engine()
                    .appendEvents(
                            new GenericDomainEventMessage<>("Room", feed.toString(), 0, sent));
            assertThat(
                            new PostgresEventLog(store.engine(), new AppendSignal())
                                    .read(feed, FeedReader.NO_VERSION, 10))
                    .extracting(RecordedEvent::event)
                    .containsExactly(sent);
        }
    }

    private void migrateTo(String version) {
        jdbc.execute(version.equals("1") ? "DROP SCHEMA IF EXISTS events CASCADE" : "SELECT 1");
        Flyway.configure()
                .dataSource(database)
                .schemas("events")
                .locations("classpath:db/events")
                .target(version)
                .skipDefaultCallbacks(true)
                .load()
                .migrate();
    }

    private void storeAsVersion1(long version, Object event, String metadata) {
        jdbc.update(
                """
                INSERT INTO events.event (feed_id, version, subject, feed_type, event_id, type,
                                          revision, recorded_at, payload, metadata)
                VALUES (?, ?, '1', 'Room', ?, ?, '1', ?::timestamptz, ?, convert_to(?, 'UTF8'))\
                """,
                ROOM,
                version,
                UUID.randomUUID(),
                event.getClass().getName(),
                AT.toString(),
                ChatJson.mapper().writeValueAsBytes(event),
                metadata);
    }
}
