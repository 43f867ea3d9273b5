package io.github.simplechat.loadtest.sealing;

import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.loadtest.bench.Round;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/** Messages of many people, written and read by one thread without a store. */
final class EventsInMemory {

    private static final int PEOPLE = 1_000;
    private static final String TEXT = "안녕하세요, let us meet at the tea house at seven o'clock.";
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Serializer serializer;
    private final List<MessageSent> events = new ArrayList<>();
    private final List<SerializedObject<byte[]>> written = new ArrayList<>();

    EventsInMemory(Serializer serializer) {
        this.serializer = serializer;
        UUID room = UUID.randomUUID();
        for (int seq = 1; seq <= PEOPLE; seq++) {
            events.add(MessageSent.of(room, UUID.randomUUID(), Instant.EPOCH, seq, TEXT));
        }
        events.forEach(event -> written.add(serializer.serialize(event, byte[].class)));
    }

    Round write(int seconds) {
        return run(events, seconds, event -> serializer.serialize(event, byte[].class));
    }

    Round read(int seconds) {
        return run(written, seconds, serializer::deserialize);
    }

    /** The average bytes of an event. */
    double size() {
        return written.stream().mapToInt(one -> one.getData().length).average().orElse(0);
    }

    private static <T> Round run(List<T> each, int seconds, Consumer<T> operation) {
        long cpu = THREADS.getCurrentThreadCpuTime();
        long begun = System.nanoTime();
        long end = begun + TimeUnit.SECONDS.toNanos(seconds);
        long done = 0;
        while (System.nanoTime() - end < 0) {
            each.forEach(operation);
            done += each.size();
        }
        long nanos = System.nanoTime() - begun;
        long used = THREADS.getCurrentThreadCpuTime() - cpu;
        return new Round(done, nanos, TimeUnit.NANOSECONDS.toMicros(used));
    }
}
