package io.github.simplechat.command.traps;

import static io.github.simplechat.command.traps.Appends.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.simplechat.api.Receipt;
import io.github.simplechat.command.TestService;
import io.github.simplechat.platform.eventstore.Claim;
import io.github.simplechat.platform.eventstore.ClaimedRequest;
import io.github.simplechat.platform.eventstore.Claims;
import io.github.simplechat.platform.eventstore.postgres.PostgresEventStorageEngine;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** A command writes a row beside its events; the events are refused. The row must not stay. */
class MissingTransactionTest {

    private final UUID feed = UUID.randomUUID();

    record Note(UUID feed) {}

    /** Writes a row, then an event of a version that is taken. */
    static class Notes {

        private final JdbcTemplate jdbc;
        private final EventBus events;

        Notes(DataSource dataSource, EventBus events) {
            this.jdbc = new JdbcTemplate(dataSource);
            this.events = events;
        }

        @CommandHandler
        void note(Note note) {
            jdbc.update("INSERT INTO note VALUES (?)", note.feed());
            events.publish(event(note.feed(), 0));
        }
    }

    /** What the starter would have declared, had it seen Spring's transaction manager. */
    static class Transactions {
        @Bean
        TransactionManager transactions(PlatformTransactionManager platform) {
            return new SpringTransactionManager(platform);
        }
    }

    @Test
    void given_the_stock_starter_when_the_events_are_refused_then_the_row_stays() {
        try (StockStarter stock = new StockStarter()) {
            ConfigurableApplicationContext node = stock.jdbcNode(Notes.class);

            assertThat(node.getBean(PlatformTransactionManager.class)).isNotNull();
            assertThat(node.getBean(TransactionManager.class))
                    .isInstanceOf(NoTransactionManager.class);
            assertThat(rowsAfterARefusedNote(stock, node)).isEqualTo(1);
        }
    }

    /** So it is the transaction that was missing, and nothing else. */
    @Test
    void given_a_declared_transaction_manager_when_the_events_are_refused_then_no_row() {
        try (StockStarter stock = new StockStarter()) {
            ConfigurableApplicationContext node = stock.jdbcNode(Notes.class, Transactions.class);

            assertThat(rowsAfterARefusedNote(stock, node)).isZero();
        }
    }

    private long rowsAfterARefusedNote(StockStarter stock, ConfigurableApplicationContext node) {
        stock.jdbc().execute("CREATE TABLE note (feed_id uuid)");
        node.getBean(EventStorageEngine.class).appendEvents(event(feed, 0));
        CommandGateway commands = node.getBean(CommandGateway.class);
        assertThatThrownBy(() -> commands.sendAndWait(new Note(feed)))
                .isInstanceOf(RuntimeException.class);
        Long rows = stock.jdbc().queryForObject("SELECT count(*) FROM note", Long.class);
        return rows == null ? 0 : rows;
    }

    /** The row that our commands write beside their events is the claim of their request's key. */
    @Test
    void given_ours_when_the_events_are_refused_then_no_row_and_the_key_is_free() {
        Claim claim = new Claim(UUID.randomUUID(), "key", "0".repeat(64));
        UUID free = UUID.randomUUID();
        append(feed, claim("another"));

        assertThatThrownBy(() -> append(feed, claim)).isInstanceOf(RuntimeException.class);
        assertThat(TestService.bean(Claims.class).find(claim)).isEmpty();

        append(free, claim);
        assertThat(TestService.bean(Claims.class).find(claim))
                .hasValueSatisfying(
                        request -> assertThat(request.receipt().feedId()).isEqualTo(free));
    }

    private static Claim claim(String key) {
        return new Claim(UUID.randomUUID(), key, "0".repeat(64));
    }

    private static void append(UUID feed, Claim claim) {
        var unit = DefaultUnitOfWork.startAndGet(new GenericMessage<>("a command"));
        TestService.bean(Claims.class)
                .storeWithCommand(
                        new ClaimedRequest(claim, new Receipt(feed, 0, 1L, Instant.EPOCH)));
        unit.onPrepareCommit(prepared ->
                TestService.bean(PostgresEventStorageEngine.class).appendEvents(event(feed, 0)));
        unit.commit();
    }
}
