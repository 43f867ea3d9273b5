package io.github.simplechat.platform.eventstore.postgres;

import io.github.simplechat.api.event.ChatEvent;
import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.platform.eventstore.AppendSignal;
import io.github.simplechat.platform.eventstore.EventLog;
import io.github.simplechat.platform.eventstore.Patience;
import java.time.Duration;
import java.util.List;

/**
 * The log without the events that {@linkplain ChatEvent#hasConsequences() nothing follows from}, so
 * that a service that only appends need not read and open every message again. Their index is
 * looked at a moment after the store has grown, not for each of its commits. Thread-safe.
 */
public final class ConsequentialEvents implements EventLog {

    private static final Duration MOMENT = Duration.ofMillis(20);

    private final PostgresEventStorageEngine engine;
    private final AppendSignal signal;

    /** A reader that {@code signal} wakes. */
    public ConsequentialEvents(PostgresEventStorageEngine engine, AppendSignal signal) {
        this.engine = engine;
        this.signal = signal;
    }

    @Override
    public List<RecordedEvent> read(long after, int limit, Patience patience) {
        long ticket = signal.ticket();
        List<RecordedEvent> found = page(after, limit);
        return found.isEmpty() && signal.await(ticket, patience) && passed(MOMENT)
                ? page(after, limit)
                : found;
    }

    private List<RecordedEvent> page(long after, int limit) {
        return Decodable.beginning(
                engine.readConsequential(after, limit).asStream().map(PostgresEventLog::recorded),
                () -> engine.placeOfConsequential(after));
    }

    private static boolean passed(Duration moment) {
        try {
            Thread.sleep(moment);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public long head() {
        return engine.head();
    }
}
