package io.github.simplechat.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.platform.eventstore.UndecodableEvent.Place;
import io.github.simplechat.platform.eventstore.postgres.PostgresEventLog;
import io.github.simplechat.platform.eventstore.postgres.PostgresEventStorageEngine;
import io.github.simplechat.platform.personal.MissingKey;
import io.github.simplechat.stores.EmbeddedPostgresql;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What was written and cannot be read says where it is, and hides nothing that is before it. */
@TestInstance(Lifecycle.PER_CLASS)
class UndecodableEventTest {

    private final EmbeddedPostgresql postgres = EmbeddedPostgresql.temporary();
    private final ConfigurableApplicationContext context = start();
    private final PostgresEventLog log = context.getBean(PostgresEventLog.class);
    private final JdbcTemplate owner =
            new JdbcTemplate(
                    new DriverManagerDataSource(
                            postgres.url(),
                            postgres.owner().username(),
                            postgres.owner().password()));

    private final UUID feed = UUID.randomUUID();

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(PostgresEventLogTest.Application.class)
                .web(WebApplicationType.NONE)
                .properties("spring.config.name=platform")
                .run(postgres.arguments());
    }

    @AfterAll
    void stop() {
        context.close();
        postgres.close();
    }

    /** Three messages, each by an author of their own; the position before them. */
    private long say(UUID room) {
        long before = log.head();
        context.getBean(PostgresEventStorageEngine.class)
                .appendEvents(
                        LongStream.range(0, 3)
                                .mapToObj(version ->
                                        new GenericDomainEventMessage<>(
                                                "Room",
                                                room.toString(),
                                                version,
                                                MessageSent.of(
                                                        room,
                                                        author(room, version),
                                                        Instant.EPOCH,
                                                        version + 1,
                                                        "말")))
                                .toList());
        return before;
    }

    private static UUID author(UUID room, long number) {
        return new UUID(room.getMostSignificantBits(), number);
    }

    private void assertTheSecondCannotBeRead(UUID room, long before, Class<?> root) {
        List<RecordedEvent> first = log.read(before, 10, Duration.ZERO);
        assertThat(first).extracting(RecordedEvent::version).containsExactly(0L);
        assertThat(log.read(room, -1, 10)).extracting(RecordedEvent::version).containsExactly(0L);
        long reached = first.getFirst().position();
        Place place = new Place(reached + 1, room, 1, typeOf(room));

        for (var reading :
                List.<Runnable>of(
                        () -> log.read(reached, 10, Duration.ZERO), () -> log.read(room, 0, 10))) {
            assertThatThrownBy(reading::run)
                    .isInstanceOfSatisfying(
                            UndecodableEvent.class,
                            e -> {
                                assertThat(e.place()).isEqualTo(place);
                                assertThat(e.root()).isInstanceOf(root);
                            });
        }
        assertThat(log.read(place.position(), 10, Duration.ZERO))
                .extracting(RecordedEvent::version)
                .containsExactly(2L);
    }

    private String typeOf(UUID room) {
        return String.valueOf(
                owner.queryForObject(
                        """
                        SELECT name FROM events.event JOIN events.event_type ON type_id = id
                        WHERE feed_id = ? AND version = 1\
                        """,
                        String.class,
                        room));
    }

    @Test
    void given_broken_json_when_read_then_its_place_and_what_is_before_it() {
        long before = say(feed);
        owner.update(
                "UPDATE events.event SET payload = '{\"seq\":' WHERE feed_id = ? AND version = 1",
                feed);

        assertTheSecondCannotBeRead(feed, before, RuntimeException.class);
    }

    @Test
    void given_broken_json_of_an_old_revision_when_read_then_the_same() {
        UUID old = UUID.randomUUID();
        long before = say(old);
        retype(old, MessageSent.class.getName(), "1");
        owner.update(
                "UPDATE events.event SET payload = '{\"seq\":' WHERE feed_id = ? AND version = 1",
                old);

        assertTheSecondCannotBeRead(old, before, RuntimeException.class);
    }

    @Test
    void given_an_event_of_a_later_release_when_read_then_the_same() {
        UUID later = UUID.randomUUID();
        long before = say(later);
        retype(later, "io.github.simplechat.api.room.RoomPainted", "1");

        assertTheSecondCannotBeRead(later, before, RuntimeException.class);
    }

    private void retype(UUID room, String name, String revision) {
        owner.update(
                """
                INSERT INTO events.event_type (feed_type, name, revision) VALUES ('Room', ?, ?)\
                """,
                name,
                revision);
        owner.update(
                """
                UPDATE events.event SET type_id =
                    (SELECT id FROM events.event_type WHERE name = ? AND revision = ?)
                WHERE feed_id = ? AND version = 1\
                """,
                name,
                revision,
                room);
    }

    @Test
    void given_a_lost_key_when_read_then_the_same_until_the_key_is_back() {
        UUID keyless = UUID.randomUUID();
        long before = say(keyless);
        UUID author = author(keyless, 1);
        owner.execute("CREATE TABLE backup AS SELECT * FROM personal.key");
        owner.update("DELETE FROM personal.key WHERE person_id = ?", author);

        try (ConfigurableApplicationContext restarted = start()) {
            PostgresEventLog without = restarted.getBean(PostgresEventLog.class);
            assertThat(without.read(before, 10, Duration.ZERO)).hasSize(1);
            assertThatThrownBy(() -> without.read(before + 1, 10, Duration.ZERO))
                    .isInstanceOfSatisfying(
                            UndecodableEvent.class,
                            e -> assertThat(e.root()).isInstanceOf(MissingKey.class));

            owner.update(
                    "INSERT INTO personal.key SELECT * FROM backup WHERE person_id = ?", author);
            assertThat(without.read(before, 10, Duration.ZERO)).hasSize(3);
        }
    }
}
