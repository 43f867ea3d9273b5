package io.github.simplechat.query.rebuild;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.platform.eventstore.EventLog;
import io.github.simplechat.platform.eventstore.Patience;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Reads and decodes the next batch while the one before is taken in, as long as batches are full.
 * Used by one thread.
 */
final class ReadAhead {

    private final EventLog log;
    private @Nullable Ahead ahead;

    private record Ahead(long after, FutureTask<List<RecordedEvent>> events) {}

    ReadAhead(EventLog log) {
        this.log = log;
    }

    /** As {@link EventLog#read}. */
    List<RecordedEvent> read(long after, int limit, Patience patience) {
        List<RecordedEvent> batch = fetched(after);
        if (batch.isEmpty()) {
            batch = log.read(after, limit, patience);
        }
        ahead = batch.size() < limit ? null : fetch(batch.getLast().position(), limit);
        return batch;
    }

    private Ahead fetch(long after, int limit) {
        FutureTask<List<RecordedEvent>> events =
                new FutureTask<>(() -> log.read(after, limit, Patience.NONE));
        Thread.ofVirtual().name("read-ahead").start(events);
        return new Ahead(after, events);
    }

    /** Empty also when it failed: then it is read once more, and fails where it is asked for. */
    private List<RecordedEvent> fetched(long after) {
        Ahead there = ahead;
        ahead = null;
        if (there == null || there.after() != after) {
            return List.of();
        }
        try {
            return there.events().get();
        } catch (ExecutionException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }
}
