package io.github.simplechat.loadtest.baseline;

import io.github.simplechat.loadtest.api.Answer;
import io.github.simplechat.loadtest.api.ApiFailure;
import io.github.simplechat.loadtest.api.RoomCommands;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Sends messages at a fixed rate, or as fast as the answers come. */
final class Load {

    private static final int MOST_IN_FLIGHT = 10_000;
    private static final long LONGEST_WAIT_SECONDS = 5;

    private final RoomCommands commands;
    private final Crowd crowd;
    private final String text;
    private final String run = UUID.randomUUID().toString();
    private final AtomicLong sends = new AtomicLong();

    Load(RoomCommands commands, Crowd crowd, int textLength) {
        this.commands = commands;
        this.crowd = crowd;
        this.text = "x".repeat(textLength);
    }

    /**
     * Open loop: message {@code n} is due {@code n / rate} seconds after the start, whether or not
     * the ones before it are answered, and its time counts from then. One that would be the
     * 10,001st without an answer is not sent and counts as failed.
     *
     * @return the seconds until the last answer
     */
    double open(int rate, int seconds, Measurement measurement) {
        Semaphore inFlight = new Semaphore(MOST_IN_FLIGHT);
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long n = 0; n < (long) rate * seconds; n++) {
                long due = begun + n * TimeUnit.SECONDS.toNanos(1) / rate;
                for (long wait = due - System.nanoTime();
                        wait > 0;
                        wait = due - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                if (!inFlight.tryAcquire()) {
                    measurement.failed();
                    continue;
                }
                threads.execute(() -> {
                    try {
                        send(due, measurement);
                    } finally {
                        inFlight.release();
                    }
                });
            }
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    /**
     * Closed loop: each caller sends its next message when the last one is answered.
     *
     * @return the seconds until the last answer
     */
    double closed(int callers, int seconds, Measurement measurement) {
        long begun = System.nanoTime();
        long end = begun + TimeUnit.SECONDS.toNanos(seconds);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < callers; caller++) {
                threads.execute(() -> call(end, measurement));
            }
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private void call(long end, Measurement measurement) {
        while (System.nanoTime() - end < 0) {
            long wait = send(System.nanoTime(), measurement);
            if (wait > 0) {
                long left = Math.max(0, end - System.nanoTime());
                LockSupport.parkNanos(Math.min(left, TimeUnit.SECONDS.toNanos(wait)));
            }
        }
    }

    /** One message. Gives the seconds that the server asks to wait, 0 if it does not. */
    private long send(long start, Measurement measurement) {
        long number = sends.getAndIncrement();
        Crowd.Seat seat = crowd.seat(number);
        try {
            Answer answer =
                    commands.trySend(
                            seat.account(), seat.room().roomId(), text, run + "-" + number);
            measurement.answered(seat.room(), answer, start, System.nanoTime());
            return answer.status() == 429
                    ? Math.clamp(answer.retryAfterSeconds(), 1, LONGEST_WAIT_SECONDS)
                    : 0;
        } catch (ApiFailure e) {
            measurement.failed();
            return 1;
        }
    }
}
