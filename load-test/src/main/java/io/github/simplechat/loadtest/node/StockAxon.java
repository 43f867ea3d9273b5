package io.github.simplechat.loadtest.node;

import io.github.simplechat.platform.personal.PersonalKeys;
import io.github.simplechat.platform.personal.memory.InMemoryPersonalKeys;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Axon as {@code JdbcAutoConfiguration} of its Spring starter sets it up, for comparison: the JDBC
 * engine on its own tables, a Spring transaction around each command. What the starter leaves to
 * the user is chosen in its favour: the service's own states in memory and snapshots of them, JSON
 * by the service's serializer, {@code bytea} payloads, a transaction manager that opens no
 * persistence context.
 *
 * <p>Texts are sealed as ours are, with keys that are in memory alone: making one of ours inside
 * the command's transaction would be rolled back with it and stay in the cache, a key without a
 * row. That it asks no store for keys is in its favour too.
 *
 * <p>On PostgreSQL a version that is taken is a plain {@code EventStoreException} here: the stock
 * engine's resolver looks for an {@code SQLIntegrityConstraintViolationException}, which the driver
 * does not throw for a duplicate key. So nothing is decided again: of two nodes that race for a
 * version one fails its command.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class StockAxon {

    @Bean
    @Primary
    TransactionManager stockTransactionManager(DataSource dataSource) {
        return StockStore.transactions(dataSource);
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
    PersonalKeys stockKeys() {
        return new InMemoryPersonalKeys();
    }

    @Bean
    @Primary
    EmbeddedEventStore stockEventStore(
            DataSource dataSource,
            TransactionManager transactions,
            @Qualifier("eventSerializer") Serializer serializer,
            Configuration axon) {
        JdbcEventStorageEngine engine =
                StockStore.engine(dataSource, transactions, serializer, axon.upcasterChain());
        return EmbeddedEventStore.builder()
                .storageEngine(engine)
                .messageMonitor(axon.messageMonitor(EmbeddedEventStore.class, "eventStore"))
                .spanFactory(
                        axon.getComponent(
                                org.axonframework.eventhandling.EventBusSpanFactory.class))
                .build();
    }
}
