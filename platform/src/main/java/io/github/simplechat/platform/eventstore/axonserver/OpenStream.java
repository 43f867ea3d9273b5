package io.github.simplechat.platform.eventstore.axonserver;

import io.github.simplechat.api.event.ChatEvent;
import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.platform.eventstore.AppendSignal;
import io.github.simplechat.platform.eventstore.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** A stream of all events and how far it has been read. For one thread at a time. */
final class OpenStream implements AutoCloseable {

    private static final Patience DELIVERY = Patience.of(Duration.ofSeconds(10));

    private final TrackingEventStream events;
    private final AppendSignal arrived = new AppendSignal();
    private long position;

    OpenStream(TrackingEventStream events, long position) {
        this.events = events;
        this.position = position;
        events.setOnAvailableCallback(arrived::wake);
    }

    /** The position of the last event that was taken. */
    long position() {
        return position;
    }

    /** What is there, or else what comes within the patience. */
    List<RecordedEvent> await(Patience patience, int limit) {
        List<RecordedEvent> page = new ArrayList<>();
        boolean next = isNext(patience);
        while (next) {
            page.add(take());
            next = page.size() < limit && isNext(Patience.NONE);
        }
        return page;
    }

    /** The next events up to a position that is known to be there. */
    List<RecordedEvent> upTo(long head, int limit) {
        List<RecordedEvent> page = new ArrayList<>();
        while (page.size() < limit && position < head) {
            if (!isNext(DELIVERY)) {
                throw new EventStoreException("Axon Server did not send its events in time.");
            }
            page.add(take());
        }
        return page;
    }

    /** The stream's own way to wait cannot be ended from outside. */
    private boolean isNext(Patience patience) {
        while (true) {
            long ticket = arrived.ticket();
            if (events.peek().isPresent()) {
                return true;
            }
            if (!arrived.await(ticket, patience)) {
                return false;
            }
        }
    }

    private RecordedEvent take() {
        try {
            TrackedEventMessage<?> event = events.nextAvailable();
            position = event.trackingToken().position().orElseThrow() + 1;
            return new RecordedEvent(
                    position,
                    ((DomainEventMessage<?>) event).getSequenceNumber(),
                    (ChatEvent) event.getPayload());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EventStoreException("Interrupted while reading from Axon Server.", e);
        }
    }

    @Override
    public void close() {
        events.close();
    }
}
