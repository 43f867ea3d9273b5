package io.github.simplechat.command.platform.axon;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores snapshots beside the commands, on a thread of its own. A snapshot that fails, or finds too
 * many others waiting, is left out: the next one of its feed makes up for it.
 */
final class Snapshots implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Snapshots.class);
    private static final int WAITING = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final EventStore events;
    private final ThreadPoolExecutor executor =
            new ThreadPoolExecutor(
                    0,
                    1,
                    1,
                    TimeUnit.MINUTES,
                    new ArrayBlockingQueue<>(WAITING),
                    Thread.ofPlatform().daemon().name("snapshots").factory(),
                    new ThreadPoolExecutor.DiscardPolicy());

    Snapshots(EventStore events) {
        this.events = events;
    }

    /** Stores a snapshot soon. */
    void store(DomainEventMessage<?> snapshot) {
        executor.execute(() -> {
            try {
                events.storeSnapshot(snapshot);
            } catch (RuntimeException e) {
                log.warn(
                        "Could not store a snapshot of feed {}, its next load takes longer: {}",
                        snapshot.getAggregateIdentifier(),
                        e.getMessage());
            }
        });
    }

    @Override
    public void close() {
        executor.shutdown();
        try {
            executor.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
