package io.github.simplechat.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.platform.eventstore.revision.EventRevisions;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcSQLErrorCodesResolver;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Axon's own engine: shows that the contract is Axon's, and what ours is there to prevent. */
class StockStorageEngineTest extends StorageEngineContract {

    private final JdbcTransactionManager transactions = new JdbcTransactionManager(owner);
    private final JdbcEventStorageEngine engine = stock();

    private JdbcEventStorageEngine stock() {
        Serializer serializer = context.getBean("eventSerializer", Serializer.class);
        JdbcEventStorageEngine stock =
                JdbcEventStorageEngine.builder()
                        .snapshotSerializer(serializer)
                        .eventSerializer(serializer)
                        .upcasterChain(EventRevisions.chain())
                        .persistenceExceptionResolver(new JdbcSQLErrorCodesResolver())
                        .connectionProvider(
                                new TransactionAwareDataSourceProxy(owner)::getConnection)
                        .transactionManager(springTransactions())
                        .build();
        stock.createSchema(PostgresEventTableFactory.INSTANCE);
        return stock;
    }

    private TransactionManager springTransactions() {
        return () -> {
            TransactionStatus status =
                    transactions.getTransaction(TransactionDefinition.withDefaults());
            return new Transaction() {
                @Override
                public void commit() {
                    transactions.commit(status);
                }

                @Override
                public void rollback() {
                    transactions.rollback(status);
                }
            };
        };
    }

    @Override
    JdbcEventStorageEngine engine() {
        return engine;
    }

    @Override
    boolean keepsEventIds() {
        return true;
    }

    @Override
    boolean showsPositionsInCommitOrder() {
        return false;
    }

    @Override
    Class<? extends Exception> conflict() {
        return EventStoreException.class;
    }

    @Override
    void storeAsRevision1(UUID feed, byte[] payload) {
        jdbc.update(
                "UPDATE domainevententry SET payload = ?, payloadrevision = '1'"
                        + " WHERE aggregateidentifier = ?",
                payload,
                feed.toString());
    }

    /** When this fails, the stock engine has been mended and ours has one reason less. */
    @Test
    void given_a_slow_commit_below_an_old_event_when_followed_then_it_is_lost_for_ever() {
        UUID slow = UUID.randomUUID();
        UUID newer = UUID.randomUUID();
        engine.appendEvents(events(UUID.randomUUID(), 0, 1));
        TrackingToken head = engine.createHeadToken();

        TrackingToken passed;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            passed =
                    new TransactionTemplate(transactions)
                            .execute(status -> {
                                engine.appendEvents(events(slow, 0, 1));
                                return CompletableFuture.supplyAsync(
                                                () -> passBy(head, newer), threads)
                                        .join();
                            });
        }

        assertThat(engine.lastSequenceNumberFor(slow.toString())).contains(0L);
        assertThat(tracked(passed)).isEmpty();
        engine.appendEvents(events(newer, 1, 1));
        assertThat(versionsOf(newer, tracked(passed))).containsExactly(1L);
        assertThat(versionsOf(slow, tracked(passed))).isEmpty();
    }

    private TrackingToken passBy(TrackingToken head, UUID newer) {
        engine.appendEvents(event(newer, 0, now().minus(OLDER_THAN_GAP_TIMEOUT)));
        var seen = tracked(head);
        assertThat(versionsOf(newer, seen)).containsExactly(0L);
        return seen.getLast().trackingToken();
    }
}
