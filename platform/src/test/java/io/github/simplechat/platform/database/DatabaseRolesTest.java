package io.github.simplechat.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.platform.eventstore.EventStoreConfiguration;
import io.github.simplechat.platform.eventstore.FeedReader;
import io.github.simplechat.platform.eventstore.postgres.PostgresEventStorageEngine;
import io.github.simplechat.platform.startup.CannotStart;
import io.github.simplechat.stores.EmbeddedPostgresql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Each test has a database of its own, which belongs to the role {@code owner}. */
class DatabaseRolesTest {

    private static final String NOT_ALLOWED = "42501";

    private static final EmbeddedPostgresql POSTGRES = EmbeddedPostgresql.temporary();

    private final String name = "db" + UUID.randomUUID().toString().replace("-", "");
    private final String url = POSTGRES.url().replaceFirst("/postgres$", "/" + name);
    private final UUID feed = UUID.randomUUID();

    @Import(EventStoreConfiguration.class)
    @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
    static class Application {}

    @BeforeAll
    static void createRoles() {
        Stream.of("owner", "app")
                .forEach(role ->
                        superuser(POSTGRES.url()).execute("CREATE ROLE " + role + " LOGIN"));
    }

    @AfterAll
    static void stop() {
        POSTGRES.close();
    }

    @BeforeEach
    void createDatabase() {
        superuser(POSTGRES.url()).execute("CREATE DATABASE " + name + " OWNER owner");
    }

    @Test
    void given_two_roles_when_the_application_changes_what_was_stored_then_refused() {
        start("app", "owner").close();

        assertThat(tables()).contains("event", "event_type", "claim", "snapshot", "automation");
        assertThat(tables())
                .allSatisfy(table -> {
                    refused("TRUNCATE events." + table);
                    refused("DROP TABLE events." + table);
                    refused("ALTER TABLE events." + table + " DISABLE TRIGGER ALL");
                    refused("ALTER TABLE events." + table + " OWNER TO app");
                });
        assertThat(List.of("event", "event_type", "flyway_schema_history"))
                .allSatisfy(table -> {
                    refused("DELETE FROM events." + table);
                    refused("UPDATE events.%1$s SET %2$s = %2$s".formatted(table, column(table)));
                });
        refused("UPDATE events.claim SET version = 0");
        refused("DELETE FROM events.automation");
        refused("DROP TRIGGER append_in_commit_order ON events.event");
        refused("DROP FUNCTION events.append_in_commit_order() CASCADE");
        refused("CREATE TABLE events.mine ()");
        refused("SET session_replication_role = replica"); // would pass over triggers
    }

    @Test
    void given_two_roles_when_the_application_chooses_a_position_then_refused() {
        start("app", "owner").close();

        refused(
                """
                INSERT INTO events.event
                    (position, recorded_at, feed_id, version, type_id, payload)
                OVERRIDING SYSTEM VALUE VALUES (1, now(), gen_random_uuid(), 0, 1, '')\
                """);
        refused("SELECT setval('events.event_position_seq', 1)");
    }

    @Test
    void given_one_role_when_it_starts_then_it_works_as_before() {
        try (ConfigurableApplicationContext node = start("owner", "")) {
            append(node, 0);

            assertThat(versions(node)).containsExactly(0L);
        }
    }

    @Test
    void given_a_store_of_one_role_when_it_becomes_the_owner_then_another_works_with_it() {
        try (ConfigurableApplicationContext before = start("owner", "")) {
            append(before, 0);
        }

        try (ConfigurableApplicationContext node = start("app", "owner")) {
            append(node, 1);

            assertThat(versions(node)).containsExactly(0L, 1L);
            refused("DELETE FROM events.event");
        }
    }

    @Test
    void given_a_store_of_one_role_when_its_tables_go_to_an_owner_then_it_goes_on_working() {
        superuser(url).execute("ALTER DATABASE " + name + " OWNER TO app");
        try (ConfigurableApplicationContext before = start("app", "")) {
            append(before, 0);
        }
        assertThatThrownBy(() -> start("app", "owner"))
                .hasRootCauseInstanceOf(CannotStart.class)
                .hasRootCauseMessage(
                        "the tables of the schema events belong to the database role app and not to owner; name app in CHAT_POSTGRES_OWNER_USERNAME, see docs/runbooks/separate-the-database-roles.md.");

        superuser(url).execute("REASSIGN OWNED BY app TO owner");

        try (ConfigurableApplicationContext node = start("app", "owner")) {
            append(node, 1);

            assertThat(versions(node)).containsExactly(0L, 1L);
            refused("DELETE FROM events.event");
        }
    }

    @Test
    void given_a_role_that_owns_nothing_when_no_owner_is_named_then_one_sentence_names_it() {
        start("app", "owner").close();

        assertThatThrownBy(() -> start("app", ""))
                .hasRootCauseInstanceOf(CannotStart.class)
                .rootCause()
                .hasMessageContaining("name owner in CHAT_POSTGRES_OWNER_USERNAME");
    }

    @Test
    void given_two_roles_when_the_application_was_given_too_much_then_it_does_not_start() {
        start("app", "owner").close();
        superuser(url).execute("GRANT UPDATE (payload) ON events.event TO app");

        assertThatThrownBy(() -> start("app", "owner"))
                .hasRootCauseInstanceOf(CannotStart.class)
                .rootCause()
                .hasMessageContaining("the database role app of CHAT_POSTGRES_USERNAME may change");
    }

    private List<String> tables() {
        return superuser(url)
                .queryForList(
                        "SELECT tablename FROM pg_tables WHERE schemaname = 'events'",
                        String.class);
    }

    private String column(String table) {
        return superuser(url)
                .queryForList(
                        """
                        SELECT column_name FROM information_schema.columns
                        WHERE table_schema = 'events' AND table_name = ? AND is_identity = 'NO'\
                        """,
                        String.class,
                        table)
                .getFirst();
    }

    private void refused(String sql) {
        assertThatThrownBy(() -> jdbc(url, "app").execute(sql))
                .as(sql)
                .rootCause()
                .isInstanceOfSatisfying(
                        SQLException.class,
                        e -> assertThat(e.getSQLState()).isEqualTo(NOT_ALLOWED));
    }

    private ConfigurableApplicationContext start(String application, String owner) {
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties("spring.config.name=platform", "spring.main.banner-mode=off")
                .run(
                        "--CHAT_POSTGRES_URL=" + url,
                        "--CHAT_POSTGRES_USERNAME=" + application,
                        "--CHAT_POSTGRES_OWNER_USERNAME=" + owner);
    }

    private void append(ConfigurableApplicationContext node, long version) {
        node.getBean(PostgresEventStorageEngine.class)
                .appendEvents(
                        new GenericDomainEventMessage<>(
                                "Room",
                                feed.toString(),
                                version,
                                MessageSent.of(feed, feed, Instant.EPOCH, version + 1, "말")));
    }

    private List<Long> versions(ConfigurableApplicationContext node) {
        return node.getBean(FeedReader.class).read(feed, FeedReader.NO_VERSION, 10).stream()
                .map(event -> event.version())
                .toList();
    }

    private static JdbcTemplate superuser(String url) {
        return jdbc(url, POSTGRES.owner().username());
    }

    private static JdbcTemplate jdbc(String url, String role) {
        return new JdbcTemplate(new DriverManagerDataSource(url, role, role));
    }
}
