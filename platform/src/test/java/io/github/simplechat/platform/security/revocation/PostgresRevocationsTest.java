package io.github.simplechat.platform.security.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.simplechat.platform.database.Migrations;
import io.github.simplechat.platform.database.PersonNews;
import io.github.simplechat.platform.security.revocation.postgres.PostgresRevocations;
import io.github.simplechat.stores.EmbeddedPostgresql;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@TestInstance(Lifecycle.PER_CLASS)
class PostgresRevocationsTest extends RevocationsContract {

    private static final Duration DAY = Duration.ofHours(24);

    private final EmbeddedPostgresql postgres = EmbeddedPostgresql.temporary();
    private final DriverManagerDataSource database =
            new DriverManagerDataSource(
                    postgres.url(),
                    postgres.application().username(),
                    postgres.application().password());
    private final PersonNews news = new PersonNews(database);
    private PostgresRevocations here;
    private PostgresRevocations elsewhere;

    @BeforeAll
    void start() {
        new Migrations(
                        database,
                        postgres.url(),
                        postgres.owner().username(),
                        postgres.owner().password())
                .migrate("access");
        here = new PostgresRevocations(database, news, DAY);
        elsewhere = new PostgresRevocations(database, news, DAY);
    }

    @AfterAll
    void stop() {
        news.close();
        postgres.close();
    }

    @Override
    Revocations revocations() {
        return here;
    }

    @Test
    void given_a_revocation_at_one_node_when_asked_at_another_then_it_is_known_soon() {
        UUID someone = UUID.randomUUID();
        Instant validFrom = here.revoke(someone, Instant.now());

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(elsewhere.validFrom(someone)).isEqualTo(validFrom));
    }

    @Test
    void given_a_node_that_issues_tokens_when_asked_for_the_latest_then_it_waits_for_nobody() {
        UUID someone = UUID.randomUUID();
        Instant validFrom = here.revoke(someone, Instant.now());

        assertThat(elsewhere.latestValidFrom(someone)).isEqualTo(validFrom);
    }

    @Test
    void given_a_revocation_when_a_node_starts_then_it_is_known_at_once() {
        UUID someone = UUID.randomUUID();
        Instant validFrom = here.revoke(someone, Instant.now());

        assertThat(new PostgresRevocations(database, news, DAY).validFrom(someone))
                .isEqualTo(validFrom);
    }
}
