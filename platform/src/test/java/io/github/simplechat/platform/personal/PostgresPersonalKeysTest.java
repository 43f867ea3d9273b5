package io.github.simplechat.platform.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.simplechat.platform.database.Migrations;
import io.github.simplechat.platform.database.PersonNews;
import io.github.simplechat.platform.personal.postgres.PostgresPersonalKeys;
import io.github.simplechat.stores.EmbeddedPostgresql;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@TestInstance(Lifecycle.PER_CLASS)
class PostgresPersonalKeysTest extends PersonalKeysContract {

    private final EmbeddedPostgresql postgres = EmbeddedPostgresql.temporary();
    private final DriverManagerDataSource database =
            new DriverManagerDataSource(
                    postgres.url(),
                    postgres.application().username(),
                    postgres.application().password());
    private final JdbcTemplate owner =
            new JdbcTemplate(
                    new DriverManagerDataSource(
                            postgres.url(),
                            postgres.owner().username(),
                            postgres.owner().password()));
    private final PersonNews news = new PersonNews(database);
    private PostgresPersonalKeys here;
    private PostgresPersonalKeys elsewhere;

    @BeforeAll
    void start() {
        new Migrations(
                        database,
                        postgres.url(),
                        postgres.owner().username(),
                        postgres.owner().password())
                .migrate("personal");
        here = new PostgresPersonalKeys(database, news, 1_000);
        elsewhere = new PostgresPersonalKeys(database, news, 1_000);
    }

    @AfterAll
    void stop() {
        news.close();
        postgres.close();
    }

    @Override
    PersonalKeys keys() {
        return here;
    }

    @Test
    void given_two_nodes_when_both_make_a_persons_key_at_once_then_it_is_one()
            throws InterruptedException {
        for (int round = 0; round < 20; round++) {
            UUID person = UUID.randomUUID();
            List<Callable<String>> both =
                    IntStream.range(0, 8)
                            .<Callable<String>>mapToObj(
                                    i -> () -> text((i % 2 == 0 ? here : elsewhere), person))
                            .toList();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                assertThat(threads.invokeAll(both).stream().map(Future::resultNow).distinct())
                        .hasSize(1);
            }
        }
    }

    private static String text(PersonalKeys keys, UUID person) {
        return Base64.getEncoder().encodeToString(keys.sealing(person).getEncoded());
    }

    @Test
    void given_a_node_with_a_warm_cache_when_another_erases_then_the_key_is_gone_there_too() {
        UUID person = UUID.randomUUID();
        here.sealing(person);
        assertThat(elsewhere.opening(person)).isNotEmpty();

        here.erase(person);

        await().atMost(Duration.ofSeconds(30)).until(() -> elsewhere.opening(person).isEmpty());
    }

    @Test
    void given_an_erased_person_when_looking_at_the_table_then_no_key_is_left() {
        UUID person = UUID.randomUUID();
        here.sealing(person);

        here.erase(person);

        assertThat(
                        new JdbcTemplate(database)
                                .queryForList(
                                        "SELECT secret FROM personal.key WHERE person_id = ?",
                                        byte[].class,
                                        person))
                .containsExactly((byte[]) null);
    }

    /**
     * The role that works with the keys does not own them: PostgreSQL passes over what it may not.
     */
    @Test
    void given_an_erased_person_when_looking_behind_the_table_then_it_was_vacuumed() {
        UUID person = UUID.randomUUID();
        here.sealing(person);
        long before = vacuums();

        here.erase(person);

        assertThat(vacuums()).isGreaterThan(before);
    }

    private long vacuums() {
        Long count =
                owner.queryForObject(
                        "SELECT vacuum_count FROM pg_stat_user_tables"
                                + " WHERE relid = 'personal.key'::regclass",
                        Long.class);
        return count == null ? 0 : count;
    }

    @Test
    void given_a_bounded_cache_when_there_are_more_keys_then_all_are_found() {
        PostgresPersonalKeys small = new PostgresPersonalKeys(database, news, 2);
        List<UUID> people = Stream.generate(UUID::randomUUID).limit(20).toList();
        List<String> made = people.stream().map(person -> text(small, person)).toList();

        assertThat(people.stream().map(person -> text(small, person)).toList()).isEqualTo(made);
    }

    @Test
    void given_a_key_used_lately_when_used_again_then_the_database_is_not_asked() {
        UUID person = UUID.randomUUID();
        String made = text(here, person);

        owner.update("DELETE FROM personal.key WHERE person_id = ?", person);

        assertThat(text(here, person)).isEqualTo(made);
        assertThat(here.opening(person)).isNotEmpty();
    }
}
