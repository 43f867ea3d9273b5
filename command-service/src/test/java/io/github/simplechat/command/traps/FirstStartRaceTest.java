package io.github.simplechat.command.traps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.simplechat.command.CommandServiceApplication;
import io.github.simplechat.platform.startup.ChatApplication;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToRetrieveIdentifierException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Several nodes of a new installation start at once. */
class FirstStartRaceTest {

    /**
     * The first node is held between writing the row with the token store's id and committing it.
     * The second, which found none, wants to write it too.
     */
    @Test
    void given_the_stock_starter_when_two_nodes_ask_for_the_token_store_then_the_second_fails() {
        try (StockStarter stock = new StockStarter();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            ConfigurableApplicationContext first = stock.jdbcNode();
            TokenStore second = stock.jdbcNode().getBean(TokenStore.class);
            Future<?> asked =
                    new TransactionTemplate(first.getBean(PlatformTransactionManager.class))
                            .execute(transaction -> {
                                first.getBean(TokenStore.class).retrieveStorageIdentifier();
                                Future<?> asking =
                                        threads.submit(second::retrieveStorageIdentifier);
                                awaitBlocked(stock.jdbc(), asking);
                                return asking;
                            });

            assertThat(asked).isNotNull();
            assertThatThrownBy(asked::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(UnableToRetrieveIdentifierException.class);
        }
    }

    private static void awaitBlocked(JdbcTemplate jdbc, Future<?> asking) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!Boolean.TRUE.equals(
                jdbc.queryForObject(
                        "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)", Boolean.class))) {
            assertThat(asking.isDone()).as("answered without waiting").isFalse();
            assertThat(System.nanoTime()).as("waiting for the second node").isLessThan(deadline);
        }
    }

    /** Rows that all need are made by a migration, which one node does while the others wait. */
    @Test
    void given_ours_when_three_nodes_start_then_all_do() throws Exception {
        String url = StockStarter.emptyDatabase();
        Callable<ConfigurableApplicationContext> start =
                () ->
                        node().run(
                                        Stream.concat(
                                                        StockStarter.settings(url),
                                                        Stream.of(
                                                                "--server.port=0",
                                                                "--management.server.port=0"))
                                                .toArray(String[]::new));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var node : threads.invokeAll(List.of(start, start, start))) {
                try (var running = node.get()) {
                    assertThat(running.isActive()).isTrue();
                }
            }
        }
    }

    /** Nodes of one process share the logging system, which cannot be set up for three at once. */
    private static SpringApplication node() {
        SpringApplication node =
                ChatApplication.prepare("command-service", CommandServiceApplication.class).build();
        node.setListeners(
                node.getListeners().stream()
                        .filter(listener -> !(listener instanceof LoggingApplicationListener))
                        .toList());
        return node;
    }
}
