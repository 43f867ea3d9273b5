package io.github.simplechat.loadtest.growth;

import io.github.simplechat.loadtest.bench.CpuTime;
import io.github.simplechat.loadtest.node.LongRoom;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Measures one room, a bit at a time. */
final class RoomProbe {

    private static final double NANOS_PER_MICRO = 1e3;
    private static final int DIGITS = 3;

    private final LongRoom room;
    private final CpuTime cpu;
    private final Histogram nanos = new Histogram(DIGITS);
    private final Histogram coldNanos = new Histogram(DIGITS);
    private long cpuMicros;
    private long firstNanos;
    private long number;

    RoomProbe(LongRoom room, CpuTime cpu) {
        this.room = room;
        this.cpu = cpu;
    }

    /** The send after which the service has seen the room's whole history once. */
    void firstSend() {
        firstNanos = timed();
    }

    /** So many sends, one after the other. */
    void send(int times) {
        long before = cpu.micros();
        for (int i = 0; i < times; i++) {
            nanos.recordValue(timed());
        }
        cpuMicros += cpu.micros() - before;
    }

    /** So many sends, before each of which the service has forgotten the room. */
    void sendCold(int times) {
        for (int i = 0; i < times; i++) {
            var _ = room.forget();
            coldNanos.recordValue(timed());
        }
    }

    private long timed() {
        long begun = System.nanoTime();
        room.say(number++);
        return System.nanoTime() - begun;
    }

    double micros(double percentile) {
        return nanos.getValueAtPercentile(percentile) / NANOS_PER_MICRO;
    }

    double coldMicros() {
        return coldNanos.getValueAtPercentile(50) / NANOS_PER_MICRO;
    }

    double firstMicros() {
        return firstNanos / NANOS_PER_MICRO;
    }

    double cpuMicrosPerSend() {
        return cpuMicros / (double) Math.max(1, nanos.getTotalCount());
    }

    /**
     * What the service's live copy of the room takes: so many copies, each loaded from the store by
     * itself, are kept at once, and the heap without garbage is compared with that before.
     */
    double bytes(int copies) {
        List<@Nullable Object> kept = new ArrayList<>(copies);
        load(kept); // what is made once, by whoever is first
        long before = usedHeap();
        for (int i = 0; i < copies; i++) {
            load(kept);
        }
        double each = (usedHeap() - before) / (double) copies;
        if (kept.contains(null)) {
            throw new IllegalStateException("The service keeps no live copy of a room.");
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
