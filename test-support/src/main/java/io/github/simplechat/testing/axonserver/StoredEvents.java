package io.github.simplechat.testing.axonserver;

import io.axoniq.axonserver.grpc.event.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Events in the order of their tokens, in memory. Thread-safe. */
final class StoredEvents {

    private final List<Event> log = new ArrayList<>();
    private final Map<String, List<Event>> feeds = new HashMap<>();
    private final Map<String, Event> snapshots = new HashMap<>();

    /** Stores all of a transaction, or nothing when a sequence number does not follow. */
    synchronized boolean append(List<Event> transaction) {
        Map<String, Long> expected = new HashMap<>();
        for (Event event : transaction) {
            String feed = event.getAggregateIdentifier();
            long next = expected.getOrDefault(feed, version(feed) + 1);
            if (event.getAggregateSequenceNumber() != next) {
                return false;
            }
            expected.put(feed, next + 1);
        }
        for (Event event : transaction) {
            log.add(event);
            feeds.computeIfAbsent(event.getAggregateIdentifier(), id -> new ArrayList<>())
                    .add(event);
        }
        return true;
    }

    synchronized long version(String feed) {
        return feeds.getOrDefault(feed, List.of()).size() - 1L;
    }

    synchronized List<Event> feed(String feed, long from, long to) {
        return feeds.getOrDefault(feed, List.of()).stream()
                .filter(event -> event.getAggregateSequenceNumber() >= from)
                .filter(event -> event.getAggregateSequenceNumber() <= to)
                .toList();
    }

    synchronized long size() {
        return log.size();
    }

    synchronized Event at(long token) {
        return log.get(Math.toIntExact(token));
    }

    /** The token of the first event at or after a time, or of what comes next. */
    synchronized long firstAt(long instant) {
        int token = 0;
        while (token < log.size() && log.get(token).getTimestamp() < instant) {
            token++;
        }
        return token;
    }

    synchronized void keepSnapshot(Event snapshot) {
        snapshots.put(snapshot.getAggregateIdentifier(), snapshot);
    }

    synchronized Optional<Event> snapshot(String feed) {
        return Optional.ofNullable(snapshots.get(feed));
    }
}
