package io.github.simplechat.platform.eventstore;

import io.github.simplechat.api.event.RecordedEvent;
import java.time.Duration;
import java.util.List;

/**
 * All events of the store, in the order in which they were committed. What has been read at a
 * position never changes and nothing is ever inserted before it, so one number is enough to go on.
 */
public interface EventLog {

    /**
     * The next events after a position.
     *
     * @param after the position of the last event seen, 0 to start at the beginning
     * @param limit how many at the most
     * @param patience how long to wait for one when there is none
     * @return in rising position, empty when none came in time; when one of them cannot be decoded,
     *     those before it
     * @throws UndecodableEvent when the very next event cannot be decoded
     */
    List<RecordedEvent> read(long after, int limit, Patience patience);

    /** As above, with patience that nobody ends; {@link Duration#ZERO} does not wait. */
    default List<RecordedEvent> read(long after, int limit, Duration patience) {
        return read(after, limit, Patience.of(patience));
    }

    /** The position of the newest event, 0 when there is none. */
    long head();
}
