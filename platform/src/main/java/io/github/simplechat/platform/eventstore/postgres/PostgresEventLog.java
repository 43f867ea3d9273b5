package io.github.simplechat.platform.eventstore.postgres;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.platform.eventstore.AppendSignal;
import io.github.simplechat.platform.eventstore.EventLog;
import io.github.simplechat.platform.eventstore.FeedReader;
import io.github.simplechat.platform.eventstore.Patience;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;

/** Reads events through the Axon engine, so that upcasters apply to every reader alike. */
public final class PostgresEventLog implements EventLog, FeedReader {

    private static final long NO_POSITION = 0;

    private final PostgresEventStorageEngine engine;
    private final AppendSignal signal;

    /** A reader that {@code signal} wakes. */
    public PostgresEventLog(PostgresEventStorageEngine engine, AppendSignal signal) {
        this.engine = engine;
        this.signal = signal;
    }

    @Override
    public List<RecordedEvent> read(long after, int limit, Patience patience) {
        return signal.found(() -> page(after, limit), patience);
    }

    private List<RecordedEvent> page(long after, int limit) {
        try (var events = engine.readEvents(new GlobalSequenceTrackingToken(after), false)) {
            return Decodable.beginning(
                    events.limit(limit).map(PostgresEventLog::tracked),
                    () -> engine.placeAfter(after));
        }
    }

    @Override
    public long head() {
        return engine.head();
    }

    @Override
    public List<RecordedEvent> read(UUID feedId, long afterVersion, int limit) {
        return Decodable.beginning(
                engine.readFeed(feedId, afterVersion + 1, limit)
                        .asStream()
                        .map(PostgresEventLog::recorded),
                () -> engine.placeAfter(feedId, afterVersion));
    }

    @Override
    public long version(UUID feedId) {
        return engine.lastSequenceNumberFor(feedId.toString()).orElse(NO_VERSION);
    }

    @Override
    public List<RecordedEvent> about(UUID feedId, String subject, long afterVersion, int limit) {
        return recorded(engine.readSubject(feedId, subject, afterVersion + 1, limit));
    }

    @Override
    public Optional<RecordedEvent> latest(UUID feedId, String subject) {
        return recorded(engine.readNewestOf(feedId, subject)).stream().findFirst();
    }

    private static List<RecordedEvent> recorded(DomainEventStream stream) {
        return stream.asStream().map(PostgresEventLog::recorded).toList();
    }

    /** An event as this project records it. */
    static RecordedEvent recorded(DomainEventMessage<?> event) {
        return record(positionOf(event), event);
    }

    private static RecordedEvent tracked(TrackedEventMessage<?> event) {
        return record(
                event.trackingToken().position().orElse(NO_POSITION),
                (DomainEventMessage<?>) event);
    }

    private static long positionOf(DomainEventMessage<?> event) {
        return event instanceof TrackedEventMessage<?> tracked
                ? tracked.trackingToken().position().orElse(NO_POSITION)
                : NO_POSITION;
    }

    private static RecordedEvent record(long position, DomainEventMessage<?> event) {
        return new RecordedEvent(position, event.getSequenceNumber(), Decodable.payload(event));
    }
}
