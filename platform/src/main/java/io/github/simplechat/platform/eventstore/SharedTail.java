package io.github.simplechat.platform.eventstore;

import io.github.simplechat.api.event.RecordedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets all who follow the log in this process share one reader: the newest events are read and
 * decoded once and kept for a while; who is further behind reads from the store itself. Starts to
 * read when somebody first asks. An event that cannot be decoded is passed over here, and everybody
 * meets it in the store. Thread-safe.
 */
public final class SharedTail implements EventLog, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SharedTail.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int BATCH = 1_000;

    private final EventLog store;
    private final int capacity;
    private final AppendSignal arrived = new AppendSignal();
    private final List<RecordedEvent> newest = new ArrayList<>();
    private long from;
    private long to;
    private @Nullable Thread reader;
    private volatile boolean open = true;

    /**
     * A tail of a store.
     *
     * @param capacity how many events are kept at least, once there are so many
     */
    public SharedTail(EventLog store, int capacity) {
        this.store = store;
        this.capacity = capacity;
    }

    @Override
    public List<RecordedEvent> read(long after, int limit, Patience patience) {
        start();
        return arrived.found(() -> page(after, limit), patience);
    }

    private List<RecordedEvent> page(long after, int limit) {
        return kept(after, limit).orElseGet(() -> store.read(after, limit, Patience.NONE));
    }

    /** Empty when the tail does not reach back so far. */
    private synchronized Optional<List<RecordedEvent>> kept(long after, int limit) {
        if (after < from) {
            return Optional.empty();
        }
        int first = indexAfter(after);
        return Optional.of(
                List.copyOf(newest.subList(first, Math.min(newest.size(), first + limit))));
    }

    private int indexAfter(long position) {
        int low = 0;
        int high = newest.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (newest.get(middle).position() <= position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private synchronized void start() {
        if (reader == null && open) {
            from = store.head();
            to = from;
            reader = Thread.ofPlatform().daemon().name("event-tail").start(this::follow);
        }
    }

    private void follow() {
        while (open) {
            try {
                List<RecordedEvent> events = store.read(to, BATCH, PATIENCE);
                if (!events.isEmpty()) {
                    keep(events);
                    arrived.wake();
                }
            } catch (UndecodableEvent e) {
                beginAfter(e.place().position());
            } catch (RuntimeException e) {
                pause(e);
            }
        }
    }

    /** Whoever has not passed that event meets it in the store, and decides what to do. */
    private synchronized void beginAfter(long undecodable) {
        newest.clear();
        from = undecodable;
        to = undecodable;
        arrived.wake();
    }

    private synchronized void keep(List<RecordedEvent> events) {
        newest.addAll(events);
        to = events.getLast().position();
        if (newest.size() >= 2 * capacity) {
            List<RecordedEvent> oldest = newest.subList(0, newest.size() - capacity);
            from = oldest.getLast().position();
            oldest.clear();
        }
    }

    private void pause(RuntimeException cause) {
        if (!open) {
            return;
        }
        log.warn("Could not read new events, trying again: {}", cause.getMessage());
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            open = false;
        }
    }

    @Override
    public long head() {
        return store.head();
    }

    /** Stops reading, within its patience. */
    @Override
    public void close() {
        open = false;
        arrived.close();
    }
}
