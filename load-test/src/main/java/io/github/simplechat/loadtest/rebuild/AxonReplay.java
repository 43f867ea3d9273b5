package io.github.simplechat.loadtest.rebuild;

import io.github.simplechat.api.event.ChatEvent;
import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.loadtest.bench.Round;
import io.github.simplechat.loadtest.node.CommandNode;
import io.github.simplechat.platform.eventstore.EventLog;
import io.github.simplechat.query.rebuild.ProjectionWriter;
import io.github.simplechat.query.timeline.TimelineProjector;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Axon's pooled streaming processor over all events of the same store, with the same projector into
 * a store that does nothing. What could be chosen is chosen in its favour: tokens in memory and not
 * those of a replay, no transactions, each batch handed to the projector as one.
 */
final class AxonReplay {

    private static final int BATCH = 1_000;
    private static final long MINUTES = 5;

    private final CommandNode node;
    private final LongSupplier cpuMicros;

    AxonReplay(CommandNode node, LongSupplier cpuMicros) {
        this.node = node;
        this.cpuMicros = cpuMicros;
    }

    /** One replay. */
    Round run(int segments, int threads) {
        Handler handler = new Handler(count());
        ScheduledExecutorService coordinator = Executors.newSingleThreadScheduledExecutor();
        ScheduledExecutorService workers = Executors.newScheduledThreadPool(threads);
        EmbeddedEventStore events =
                EmbeddedEventStore.builder()
                        .storageEngine(node.bean(EventStorageEngine.class))
                        .build();
        PooledStreamingEventProcessor processor =
                PooledStreamingEventProcessor.builder()
                        .name("replay")
                        .eventHandlerInvoker(
                                SimpleEventHandlerInvoker.builder()
                                        .eventHandlers(handler)
                                        .listenerInvocationErrorHandler(
                                                PropagatingErrorHandler.instance())
                                        .build())
                        .messageSource(events)
                        .transactionManager(NoTransactionManager.instance())
                        .tokenStore(new InMemoryTokenStore())
                        .initialToken(StreamableMessageSource::createTailToken)
                        .initialSegmentCount(segments)
                        .batchSize(BATCH)
                        .coordinatorExecutor(coordinator)
                        .workerExecutor(workers)
                        .build();
        try {
            long cpuBefore = cpuMicros.getAsLong();
            long begun = System.nanoTime();
            processor.start();
            handler.awaitAll();
            long nanos = System.nanoTime() - begun;
            return new Round(handler.expected, nanos, cpuMicros.getAsLong() - cpuBefore);
        } finally {
            processor.shutDown();
            workers.shutdown();
            coordinator.shutdown();
        }
    }

    /** Positions begin at 1 and nothing was ever refused. */
    private long count() {
        return node.bean(EventLog.class).head();
    }

    /** Gathers the events of a batch. */
    static final class Handler {

        private final ProjectionWriter timeline = new TimelineProjector(new NoTimeline());
        private final long expected;
        private final AtomicLong seen = new AtomicLong();
        private final CountDownLatch all = new CountDownLatch(1);

        Handler(long expected) {
            this.expected = expected;
        }

        @EventHandler
        void on(ChatEvent event, @SequenceNumber long version, TrackingToken token) {
            UnitOfWork<?> batch = CurrentUnitOfWork.get().root();
            List<RecordedEvent> gathered =
                    batch.getOrComputeResource("events", key -> begin(batch));
            gathered.add(new RecordedEvent(token.position().orElse(0), version, event));
        }

        private List<RecordedEvent> begin(UnitOfWork<?> batch) {
            List<RecordedEvent> gathered = new ArrayList<>(BATCH);
            batch.onPrepareCommit(done -> {
                timeline.apply(gathered);
                if (seen.addAndGet(gathered.size()) >= expected) {
                    all.countDown();
                }
            });
            return gathered;
        }

        void awaitAll() {
            try {
                if (!all.await(MINUTES, TimeUnit.MINUTES)) {
                    throw new IllegalStateException(
                            "Only %d of %d events were handled".formatted(seen.get(), expected));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
