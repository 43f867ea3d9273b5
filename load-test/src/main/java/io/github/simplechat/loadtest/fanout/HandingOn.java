package io.github.simplechat.loadtest.fanout;

import io.github.simplechat.loadtest.bench.CpuTime;
import io.github.simplechat.loadtest.bench.Round;
import io.github.simplechat.loadtest.bench.Side;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One server with many listeners of one room, to whom it hands on what Redis publishes. */
final class HandingOn {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int BURST = 300;
    private static final int BURSTS = 4;
    private static final int STEADY_PER_SECOND = 40;
    private static final int STEADY_SECONDS = 4;

    private final Peer peer;
    private final Audience audience;
    private final RedisPublisher redis;
    private final int listeners;
    private final String room;
    private final CpuTime cpu;
    private long delivered;

    /** With so many listeners, who are people of that stage. */
    HandingOn(Peer peer, Stage stage, int listeners, Audience audience, RedisPublisher redis)
            throws IOException {
        this.peer = peer;
        this.audience = audience;
        this.redis = redis;
        this.listeners = listeners;
        this.room = stage.room(0);
        this.cpu = new CpuTime(List.of(peer.livePid()));
        for (int i = 0; i < listeners; i++) {
            audience.join(peer, stage.token(i), room, _ -> delivered++);
        }
    }

    /** As often as its compiler needs before it is measured. */
    void warmUp(int bursts) {
        for (int i = 0; i < bursts; i++) {
            bursts(1);
        }
        steady(STEADY_PER_SECOND);
    }

    /** {@value #BURST} messages at once, some times one after the other. */
    Side bursts() {
        return new Side(peer.name() + ", burst", () -> bursts(BURSTS));
    }

    /** {@value #STEADY_PER_SECOND} messages a second. */
    Side steady() {
        return new Side(peer.name() + ", steady", () -> steady(STEADY_SECONDS * STEADY_PER_SECOND));
    }

    private Round bursts(int count) {
        return round(
                count * BURST,
                begun -> {
                    for (int i = 0; i < count; i++) {
                        long target = delivered + (long) BURST * listeners;
                        redis.publish(room, BURST);
                        listenUntil(target);
                    }
                });
    }

    private Round steady(int messages) {
        return round(
                messages,
                begun -> {
                    long target = delivered + (long) messages * listeners;
                    for (int i = 0; i < messages; i++) {
                        redis.publish(room, 1);
                        long next =
                                begun + (i + 1) * TimeUnit.SECONDS.toNanos(1) / STEADY_PER_SECOND;
                        for (long left = next - System.nanoTime();
                                left > 0;
                                left = next - System.nanoTime()) {
                            audience.listen(Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)));
                        }
                    }
                    listenUntil(target);
                });
    }

    private interface Work {
        void from(long begun) throws IOException;
    }

    private Round round(int messages, Work work) {
        long cpuBefore = cpu.micros();
        long begun = System.nanoTime();
        try {
            work.from(begun);
        } catch (IOException e) {
            throw new UncheckedIOException(peer.name(), e);
        }
        long nanos = System.nanoTime() - begun;
        return new Round((long) messages * listeners, nanos, cpu.micros() - cpuBefore);
    }

    private void listenUntil(long target) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (delivered < target) {
            audience.listen(TimeUnit.SECONDS.toMillis(1));
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "%s has not delivered %d frames."
                                .formatted(peer.name(), target - delivered));
            }
        }
    }
}
