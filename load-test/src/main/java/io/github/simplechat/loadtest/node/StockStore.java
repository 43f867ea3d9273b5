package io.github.simplechat.loadtest.node;

import io.github.simplechat.platform.eventstore.StateSnapshots;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcSQLErrorCodesResolver;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Axon's own store on JDBC, as its Spring starter builds it. */
final class StockStore {

    private StockStore() {}

    static TransactionManager transactions(DataSource dataSource) {
        return new SpringTransactionManager(new JdbcTransactionManager(dataSource));
    }

    static ConnectionProvider connections(DataSource dataSource) {
        return new UnitOfWorkAwareConnectionProviderWrapper(
                new SpringDataSourceConnectionProvider(dataSource));
    }

    /** The engine, with its tables. */
    static JdbcEventStorageEngine engine(
            DataSource dataSource,
            TransactionManager transactions,
            Serializer events,
            EventUpcaster upcasters) {
        StateSnapshots states = new StateSnapshots();
        JdbcEventStorageEngine engine =
                JdbcEventStorageEngine.builder()
                        .snapshotSerializer(states.serializer())
                        .eventSerializer(events)
                        .upcasterChain(upcasters)
                        .snapshotFilter(states::isUsable)
                        .persistenceExceptionResolver(new JdbcSQLErrorCodesResolver())
                        .connectionProvider(connections(dataSource))
                        .transactionManager(transactions)
                        .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        return engine;
    }
}
