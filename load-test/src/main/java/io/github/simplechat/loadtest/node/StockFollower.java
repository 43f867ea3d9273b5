package io.github.simplechat.loadtest.node;

import io.github.simplechat.api.event.ChatEvent;
import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.platform.eventstore.EventStoreConfiguration;
import io.github.simplechat.platform.eventstore.revision.EventRevisions;
import io.github.simplechat.query.rebuild.ProjectionWriter;
import io.github.simplechat.query.timeline.TimelineProjector;
import io.github.simplechat.query.timeline.mongo.MongoTimelineStore;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.serialization.Serializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * What follows the stock store: a streaming processor with everything as Axon sets it (16 segments,
 * four threads, batches of one, an {@link EmbeddedEventStore} that looks for events of other
 * processes once a second) and, as its handler, what writes our own timeline.
 */
@Configuration(proxyBeanMethods = false)
class StockFollower {

    private static final String NAME = "stock-timeline";
    private static final int WORKERS = 4;

    @Bean(initMethod = "start", destroyMethod = "shutDown")
    PooledStreamingEventProcessor stockProcessor(DataSource dataSource, MongoOperations mongo) {
        TransactionManager transactions = StockStore.transactions(dataSource);
        Serializer json = EventStoreConfiguration.serializer();
        EmbeddedEventStore events =
                EmbeddedEventStore.builder()
                        .storageEngine(
                                StockStore.engine(
                                        dataSource, transactions, json, EventRevisions.chain()))
                        .build();
        JdbcTokenStore tokens =
                JdbcTokenStore.builder()
                        .connectionProvider(StockStore.connections(dataSource))
                        .serializer(json)
                        .contentType(byte[].class)
                        .build();
        transactions.executeInTransaction(
                () -> tokens.createSchema(PostgresTokenTableFactory.INSTANCE));
        return PooledStreamingEventProcessor.builder()
                .name(NAME)
                .eventHandlerInvoker(
                        SimpleEventHandlerInvoker.builder()
                                .eventHandlers(
                                        new Handler(
                                                new TimelineProjector(
                                                        new MongoTimelineStore(mongo, 1))))
                                .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                                .build())
                .messageSource(events)
                .tokenStore(tokens)
                .transactionManager(transactions)
                .coordinatorExecutor(Executors.newSingleThreadScheduledExecutor())
                .workerExecutor(Executors.newScheduledThreadPool(WORKERS))
                .build();
    }

    /** Takes in one event after the other. */
    static final class Handler {

        private final ProjectionWriter timeline;

        Handler(ProjectionWriter timeline) {
            this.timeline = timeline;
        }

        @EventHandler
        void on(ChatEvent event, @SequenceNumber long version, TrackingToken token) {
            timeline.apply(List.of(new RecordedEvent(token.position().orElse(0), version, event)));
        }
    }
}
