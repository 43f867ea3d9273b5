package io.github.simplechat.loadtest.growth;

import io.github.simplechat.loadtest.bench.CpuTime;
import io.github.simplechat.loadtest.node.LongRoom;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Measures one room, a round at a time. */
final class RoomProbe {

    private static final double NANOS_PER_MICRO = 1e3;
    private static final int DIGITS = 3;

    private final LongRoom room;
    private final CpuTime cpu;
    private long number;

    RoomProbe(LongRoom room, CpuTime cpu) {
        this.room = room;
        this.cpu = cpu;
    }

    /** Microseconds of one send, after which the service has loaded the room once. */
    double send() {
        return timed() / NANOS_PER_MICRO;
    }

    /**
     * Measures once.
     *
     * @param sends how many, one after the other
     * @param cold how many more, before each of which the service has forgotten the room
     * @param copies how many of the room's states are kept at once to weigh them
     */
    RoomRound round(int sends, int cold, int copies) {
        Histogram warmNanos = new Histogram(DIGITS);
        long before = cpu.micros();
        for (int i = 0; i < sends; i++) {
            warmNanos.recordValue(timed());
        }
        long cpuMicros = cpu.micros() - before;
        Histogram coldNanos = new Histogram(DIGITS);
        for (int i = 0; i < cold; i++) {
            var _ = room.forget();
            coldNanos.recordValue(timed());
        }
        return new RoomRound(
                micros(warmNanos, 50),
                micros(warmNanos, 99),
                micros(coldNanos, 50),
                micros(coldNanos, 99),
                cpuMicros / (double) sends,
                bytes(copies));
    }

    private long timed() {
        long begun = System.nanoTime();
        room.say(number++);
        return System.nanoTime() - begun;
    }

    private static double micros(Histogram nanos, double percentile) {
        return nanos.getValueAtPercentile(percentile) / NANOS_PER_MICRO;
    }

    /**
     * What the service's state of the room takes: so many, each loaded from the store by itself,
     * are kept at once, and the heap without garbage is compared with that before.
     */
    private double bytes(int copies) {
        List<@Nullable Object> kept = new ArrayList<>(copies);
        load(kept); // what is made once, by whoever is first
        long before = usedHeap();
        for (int i = 0; i < copies; i++) {
            load(kept);
        }
        double each = (usedHeap() - before) / (double) copies;
        if (kept.contains(null)) {
            throw new IllegalStateException("The service keeps no state of a room.");
        }
        return each;
    }

    private void load(List<@Nullable Object> kept) {
        var _ = timed();
        kept.add(room.forget());
    }

    private static long usedHeap() {
        Runtime runtime = Runtime.getRuntime();
        long used = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            used = Math.min(used, runtime.totalMemory() - runtime.freeMemory());
        }
        return used;
    }
}
