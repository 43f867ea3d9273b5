package io.github.simplechat.platform.eventstore.axonserver;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.platform.eventstore.EventLog;
import io.github.simplechat.platform.eventstore.Patience;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All events by Axon Server's global token; a position is the token plus one, so that 0 is before
 * the first. A reader keeps its stream open between two reads, and the server pushes what is
 * appended by anybody; who reads on from another position gets a stream of their own. A few streams
 * are kept, the one that rested longest is closed. Thread-safe.
 */
public final class AxonServerEventLog implements EventLog, AutoCloseable {

    private static final int RESTING_STREAMS = 4;

    private final EventReads reads;
    private final Deque<OpenStream> resting = new ArrayDeque<>();
    private boolean closed;

    AxonServerEventLog(EventReads reads) {
        this.reads = reads;
    }

    @Override
    public List<RecordedEvent> read(long after, int limit, Patience patience) {
        if (patience.isNone()) {
            long head = head();
            return after >= head ? List.of() : use(after, stream -> stream.upTo(head, limit));
        }
        return use(after, stream -> stream.await(patience, limit));
    }

    @Override
    public long head() {
        return reads.lastToken() + 1;
    }

    private List<RecordedEvent> use(long after, Function<OpenStream, List<RecordedEvent>> reading) {
        OpenStream stream = resume(after);
        boolean usable = false;
        try {
            List<RecordedEvent> events = reading.apply(stream);
            usable = true;
            return events;
        } finally {
            rest(stream, usable);
        }
    }

    private OpenStream resume(long after) {
        OpenStream stream = takeResting(after);
        return stream == null ? new OpenStream(reads.follow(after - 1), after) : stream;
    }

    private synchronized @Nullable OpenStream takeResting(long after) {
        for (Iterator<OpenStream> streams = resting.iterator(); streams.hasNext(); ) {
            OpenStream stream = streams.next();
            if (stream.position() == after) {
                streams.remove();
                return stream;
            }
        }
        return null;
    }

    private synchronized void rest(OpenStream stream, boolean usable) {
        if (!usable || closed) {
            stream.close();
            return;
        }
        resting.addLast(stream);
        if (resting.size() > RESTING_STREAMS) {
            resting.removeFirst().close();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        resting.forEach(OpenStream::close);
        resting.clear();
    }
}
