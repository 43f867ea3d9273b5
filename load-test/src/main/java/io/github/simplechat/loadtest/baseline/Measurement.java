package io.github.simplechat.loadtest.baseline;

import io.github.simplechat.loadtest.api.Answer;
import io.github.simplechat.loadtest.live.Listener;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Collects what comes of the sends of one part. Thread-safe. */
final class Measurement {

    private static final int DIGITS = 3;
    private static final int TOO_MANY = 429;

    private final Histogram postNanos = new ConcurrentHistogram(DIGITS);
    private final Map<Crowd.Room, Map<Long, Long>> startByVersion = new ConcurrentHashMap<>();
    private final LongAdder accepted = new LongAdder();
    private final LongAdder slowedDown = new LongAdder();
    private final LongAdder failed = new LongAdder();

    /**
     * A send was answered.
     *
     * @param start when it was sent, or in open loop when it had to be
     */
    void answered(Crowd.Room room, Answer answer, long start, long now) {
        if (answer.ok()) {
            accepted.increment();
            postNanos.recordValue(Math.max(0, now - start));
            startByVersion
                    .computeIfAbsent(room, one -> new ConcurrentHashMap<>())
                    .put(answer.number("version"), start);
        } else if (answer.status() == TOO_MANY) {
            slowedDown.increment();
        } else {
            failed.increment();
        }
    }

    void failed() {
        failed.increment();
    }

    long accepted() {
        return accepted.sum();
    }

    long slowedDown() {
        return slowedDown.sum();
    }

    long failures() {
        return failed.sum();
    }

    Histogram postNanos() {
        return postNanos;
    }

    /** How many frames the listeners of all rooms have to see. */
    long framesExpected(Crowd crowd) {
        return crowd.rooms().stream()
                .mapToLong(room -> (long) room.listeners().size() * starts(room).size())
                .sum();
    }

    /** From each send to each of its frames so far. */
    Histogram frameNanos(Crowd crowd) {
        Histogram frames = new Histogram(DIGITS);
        for (Crowd.Room room : crowd.rooms()) {
            for (Listener listener : room.listeners()) {
                long[] versions = listener.seen().versions();
                long[] arrivals = listener.seen().arrivals();
                for (int i = 0; i < Math.min(versions.length, arrivals.length); i++) {
                    Long start = starts(room).get(versions[i]);
                    if (start != null) {
                        frames.recordValue(Math.max(0, arrivals[i] - start));
                    }
                }
            }
        }
        return frames;
    }

    private Map<Long, Long> starts(Crowd.Room room) {
        return startByVersion.getOrDefault(room, Map.of());
    }
}
