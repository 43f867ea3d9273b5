package io.github.simplechat.loadtest.visible;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Sees when messages that have been committed are in the document store, where history is read
 * from: asks for them by their ids, the oldest ones first, again and again with a pause of a
 * quarter of a millisecond. What is seen late by that is counted against whoever wrote it.
 */
final class Watch implements AutoCloseable {

    private static final long PAUSE = TimeUnit.MICROSECONDS.toNanos(250);
    private static final int AT_ONCE = 64;
    private static final String MESSAGES = "timeline_1_messages";

    private final MongoClient client;
    private final MongoCollection<Document> messages;
    private final Thread watcher;
    private final AtomicLong numbers = new AtomicLong();
    private final Map<Long, Expected> expected = new ConcurrentSkipListMap<>();
    private volatile boolean open = true;
    private volatile Delays seen = new Delays();

    private record Expected(String id, long due, long committed) {}

    /** Watches the messages of a database. */
    Watch(String url, String database) {
        client = MongoClients.create(url);
        messages = client.getDatabase(database).getCollection(MESSAGES);
        watcher = Thread.ofPlatform().daemon().name("watch-" + database).start(this::watch);
    }

    /** A message has been committed. */
    void expect(String id, long due, long committed) {
        expected.put(numbers.incrementAndGet(), new Expected(id, due, committed));
    }

    private void watch() {
        while (open) {
            LockSupport.parkNanos(PAUSE);
            if (!expected.isEmpty()) {
                look();
            }
        }
    }

    private void look() {
        Map<String, Long> asked = new HashMap<>();
        for (Map.Entry<Long, Expected> one : expected.entrySet()) {
            asked.put(one.getValue().id(), one.getKey());
            if (asked.size() == AT_ONCE) {
                break;
            }
        }
        for (Document there : messages.find(in("_id", asked.keySet())).projection(include("_id"))) {
            saw(asked.get(there.getString("_id")));
        }
    }

    /** Counted before it is no longer expected: once nothing is expected, all has been counted. */
    private void saw(@Nullable Long number) {
        long now = System.nanoTime();
        Expected found = number == null ? null : expected.get(number);
        if (found != null) {
            seen.add(now - found.due(), now - found.committed());
            expected.remove(number);
        }
    }

    /** Waits until all that was expected has been seen, and begins anew. */
    Delays finish() {
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!expected.isEmpty()) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException(expected.size() + " messages never became visible");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        Delays all = seen;
        seen = new Delays();
        return all;
    }

    @Override
    public void close() {
        open = false;
        try {
            watcher.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        client.close();
    }
}
