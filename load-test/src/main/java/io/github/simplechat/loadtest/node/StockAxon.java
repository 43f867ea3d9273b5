package io.github.simplechat.loadtest.node;

import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcSQLErrorCodesResolver;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * Axon as {@code JdbcAutoConfiguration} of its Spring starter sets it up, for comparison: the JDBC
 * engine on its own tables, a Spring transaction around each command. What the starter leaves to
 * the user is chosen in its favour: the service's own strong cache of aggregates, JSON by the
 * service's serializer, {@code bytea} payloads, a transaction manager that opens no persistence
 * context.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class StockAxon {

    @Bean
    @Primary
    TransactionManager stockTransactionManager(DataSource dataSource) {
        return new SpringTransactionManager(new JdbcTransactionManager(dataSource));
    }

    @Bean
    @Primary
    SimpleCommandBus stockCommandBus(
            TransactionManager transactions,
            DuplicateCommandHandlerResolver duplicates,
            Configuration axon) {
        SimpleCommandBus bus =
                SimpleCommandBus.builder()
                        .transactionManager(transactions)
                        .duplicateCommandHandlerResolver(duplicates)
                        .spanFactory(axon.getComponent(CommandBusSpanFactory.class))
                        .messageMonitor(axon.messageMonitor(CommandBus.class, "commandBus"))
                        .build();
        bus.registerHandlerInterceptor(
                new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
        return bus;
    }

    @Bean
    @Primary
    EmbeddedEventStore stockEventStore(
            DataSource dataSource,
            TransactionManager transactions,
            @Qualifier("eventSerializer") Serializer serializer,
            Configuration axon) {
        JdbcEventStorageEngine engine =
                JdbcEventStorageEngine.builder()
                        .snapshotSerializer(serializer)
                        .eventSerializer(serializer)
                        .upcasterChain(axon.upcasterChain())
                        .snapshotFilter(axon.snapshotFilter())
                        .persistenceExceptionResolver(new JdbcSQLErrorCodesResolver())
                        .connectionProvider(
                                new UnitOfWorkAwareConnectionProviderWrapper(
                                        new SpringDataSourceConnectionProvider(dataSource)))
                        .transactionManager(transactions)
                        .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        return EmbeddedEventStore.builder()
                .storageEngine(engine)
                .messageMonitor(axon.messageMonitor(EmbeddedEventStore.class, "eventStore"))
                .spanFactory(
                        axon.getComponent(
                                org.axonframework.eventhandling.EventBusSpanFactory.class))
                .build();
    }
}
