package io.github.simplechat.query.rebuild;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.api.person.PersonErased;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What one node takes into a divided generation. An erasure concerns what other feeds have fed, so
 * each part takes in all of them, at their own place among its events.
 *
 * @param count how many parts there are
 * @param held the node's parts, and the place from which each goes on
 */
record Share(int count, Map<Integer, Long> held) {

    /** That of a node which builds all. */
    static final Share WHOLE = new Share(1, Map.of(0, 0L));

    Share {
        held = Map.copyOf(held);
    }

    /** What of a batch is the node's to take in. */
    List<RecordedEvent> of(List<RecordedEvent> batch) {
        return count == 1 ? batch : batch.stream().filter(this::takes).toList();
    }

    private boolean takes(RecordedEvent recorded) {
        if (recorded.event() instanceof PersonErased) {
            return true;
        }
        Long after = held.get(Segments.of(recorded.event().feedId(), count));
        return after != null && recorded.position() > after;
    }

    boolean has(UUID feedId) {
        return count == 1 || held.containsKey(Segments.of(feedId, count));
    }

    /** Where reading begins. */
    long from() {
        return held.values().stream().mapToLong(Long::longValue).min().orElse(0);
    }
}
