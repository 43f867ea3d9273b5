package io.github.simplechat.loadtest.play;

import io.github.simplechat.loadtest.live.Listener;
import java.util.List;
import org.HdrHistogram.Histogram;

/** What was measured while playing. Not a benchmark: rooms are played one message at a time. */
record Figures(long sends, long replayed, double seconds, Histogram post, Histogram frame) {

    private static final int DIGITS = 3;
    private static final double NANOS_PER_MILLI = 1e6;

    static Figures of(List<StagedRoom> rooms, double seconds) {
        Histogram post = new Histogram(DIGITS);
        Histogram frame = new Histogram(DIGITS);
        long sends = 0;
        long replayed = 0;
        for (StagedRoom room : rooms) {
            post.add(room.receipts().postNanos());
            sends += room.receipts().accepted();
            replayed += room.receipts().replayed();
            room.listeners().forEach(listener -> frames(room, listener, frame));
        }
        return new Figures(sends, replayed, seconds, post, frame);
    }

    String throughput() {
        return "%,d messages in %.1f s, %,.0f messages/s; %,d of them had been there before"
                .formatted(sends, seconds, sends / Math.max(seconds, 1e-3), replayed);
    }

    static String millis(Histogram nanos) {
        return nanos.getTotalCount() == 0
                ? "none measured"
                : "p50 %.2f ms, p99 %.2f ms, of %,d"
                        .formatted(
                                nanos.getValueAtPercentile(50) / NANOS_PER_MILLI,
                                nanos.getValueAtPercentile(99) / NANOS_PER_MILLI,
                                nanos.getTotalCount());
    }

    private static void frames(StagedRoom room, Listener listener, Histogram frame) {
        long[] versions = listener.seen().versions();
        long[] arrivals = listener.seen().arrivals();
        for (int i = 0; i < Math.min(versions.length, arrivals.length); i++) {
            Long sent = room.receipts().sentNanosByVersion().get(versions[i]);
            if (sent != null) {
                frame.recordValue(Math.max(0, arrivals[i] - sent));
            }
        }
    }
}
