package io.github.simplechat.command.traps;

import static io.github.simplechat.command.traps.Appends.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.command.TestService;
import io.github.simplechat.platform.eventstore.postgres.PostgresEventStorageEngine;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jpa.JpaTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.JpaEventStorageEngine;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Accounts are kept with JPA. With JPA on the class path Axon moves its events and tokens there
 * too, without a word, and payloads become large objects.
 */
class JpaTakeoverTest {

    private static final String LARGE_OBJECT_COLUMNS =
            """
            SELECT table_schema || '.' || table_name || '.' || column_name
            FROM information_schema.columns
            WHERE udt_name = 'oid' AND table_schema NOT IN ('pg_catalog', 'information_schema')\
            """;

    @Test
    void given_the_stock_starter_when_jpa_is_there_then_events_are_rows_of_hibernate() {
        try (StockStarter stock = new StockStarter()) {
            ConfigurableApplicationContext node = stock.jpaNode();
            EventStorageEngine engine = node.getBean(EventStorageEngine.class);

            assertThat(engine).isInstanceOf(JpaEventStorageEngine.class);
            assertThat(node.getBean(TokenStore.class)).isInstanceOf(JpaTokenStore.class);
            transactions(node)
                    .executeInTransaction(() -> engine.appendEvents(event(UUID.randomUUID(), 0)));
            assertThat(texts(stock.jdbc(), LARGE_OBJECT_COLUMNS))
                    .contains(
                            "public.domain_event_entry.payload",
                            "public.snapshot_event_entry.payload",
                            "public.token_entry.token");
            assertThat(texts(stock.jdbc(), "SELECT count(*) FROM pg_largeobject_metadata"))
                    .containsExactly("2");
        }
    }

    /** The engine needs one to write at all, and the starter has not made it. */
    private static TransactionManager transactions(ConfigurableApplicationContext node) {
        return new SpringTransactionManager(node.getBean(PlatformTransactionManager.class));
    }

    @Test
    void given_ours_with_jpa_then_no_entity_of_axon_and_no_large_object() {
        JdbcTemplate jdbc = new JdbcTemplate(TestService.bean(DataSource.class));

        assertThat(TestService.beans(EventStorageEngine.class))
                .hasSize(1)
                .hasOnlyElementsOfType(PostgresEventStorageEngine.class);
        assertThat(TestService.beans(TokenStore.class)).isEmpty();
        assertThat(TestService.bean(EntityManagerFactory.class).getMetamodel().getEntities())
                .isNotEmpty()
                .allSatisfy(entity ->
                        assertThat(entity.getJavaType().getName())
                                .startsWith("io.github.simplechat."));
        assertThat(texts(jdbc, LARGE_OBJECT_COLUMNS)).isEmpty();
        assertThat(texts(jdbc, "SELECT count(*) FROM pg_largeobject_metadata"))
                .containsExactly("0");
    }

    private static List<String> texts(JdbcTemplate jdbc, String query) {
        return jdbc.queryForList(query, String.class);
    }
}
