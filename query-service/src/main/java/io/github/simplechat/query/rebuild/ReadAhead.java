package io.github.simplechat.query.rebuild;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.platform.eventstore.EventLog;
import io.github.simplechat.platform.eventstore.Patience;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Reads and decodes the next batches side by side while the one before is taken in, as long as
 * batches are full. Where a batch will end is known only when it is decoded; so the one after it is
 * read from where it would end if no position were missing. When some are missing the two overlap,
 * and what came twice is left out. Used by one thread.
 */
final class ReadAhead {

    private static final int AT_ONCE = 2;

    private final EventLog log;
    private final Deque<Ahead> ahead = new ArrayDeque<>();

    private record Ahead(long after, FutureTask<List<RecordedEvent>> events) {}

    ReadAhead(EventLog log) {
        this.log = log;
    }

    /** As {@link EventLog#read}; a batch may also be smaller than asked for in between. */
    List<RecordedEvent> read(long after, int limit, Patience patience) {
        List<RecordedEvent> page = fetched(after);
        List<RecordedEvent> batch = page.stream().filter(one -> one.position() > after).toList();
        if (batch.isEmpty()) {
            ahead.clear();
            page = log.read(after, limit, patience);
            batch = page;
        }
        if (page.size() < limit) {
            ahead.clear();
        } else {
            fetchAfter(page.getLast().position(), limit);
        }
        return batch;
    }

    private void fetchAfter(long last, int limit) {
        while (ahead.size() < AT_ONCE) {
            ahead.addLast(fetch(ahead.isEmpty() ? last : ahead.getLast().after() + limit, limit));
        }
    }

    private Ahead fetch(long after, int limit) {
        FutureTask<List<RecordedEvent>> events =
                new FutureTask<>(() -> log.read(after, limit, Patience.NONE));
        // Decoding keeps a core busy: on virtual threads those who write would wait for it.
        Thread.ofPlatform().daemon().name("read-ahead").start(events);
        return new Ahead(after, events);
    }

    /**
     * All that comes after a position, and before it perhaps. Empty also when it failed: then it is
     * read once more, and fails where it is asked for.
     */
    private List<RecordedEvent> fetched(long after) {
        Ahead there = ahead.pollFirst();
        if (there == null || there.after() > after) {
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
