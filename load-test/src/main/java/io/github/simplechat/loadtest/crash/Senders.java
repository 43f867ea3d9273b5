package io.github.simplechat.loadtest.crash;

import io.github.simplechat.loadtest.api.Account;
import io.github.simplechat.loadtest.api.Answer;
import io.github.simplechat.loadtest.api.ApiFailure;
import io.github.simplechat.loadtest.api.RoomCommands;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;

/**
 * People who speak without a pause. Each says the next thing when the last one is acknowledged;
 * what gets no answer, or an error of the server, is sent again with its key until it is
 * acknowledged.
 */
final class Senders implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final List<String> rooms;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    private final LongAdder count = new LongAdder();
    private final LongAdder unanswered = new LongAdder();
    private volatile boolean speaking = true;

    /**
     * Somebody who speaks.
     *
     * @param commands the service that this one speaks to
     */
    record Seat(Account account, RoomCommands commands) {}

    /** Starts them. Everybody speaks in any of the rooms, half of the time in the first one. */
    Senders(List<Seat> seats, List<String> rooms) {
        this.rooms = rooms;
        seats.forEach(seat -> threads.execute(() -> speak(seat)));
    }

    /** How many messages have been acknowledged so far. */
    long count() {
        return count.sum();
    }

    /** Lets everybody finish; all that was acknowledged. */
    List<Acknowledged> finish() {
        close();
        return List.copyOf(acknowledged);
    }

    /** How many requests were refused, or never answered. */
    long unanswered() {
        return unanswered.sum();
    }

    @Override
    public void close() {
        speaking = false;
        threads.close();
    }

    private void speak(Seat seat) {
        while (speaking) {
            String key = UUID.randomUUID().toString();
            say(seat, room(), key, "said once: " + key);
        }
    }

    private void say(Seat seat, String room, String key, String text) {
        long begun = System.nanoTime();
        for (int attempt = 1; System.nanoTime() - begun < LONGEST.toNanos(); attempt++) {
            try {
                Answer answer = seat.commands().trySend(seat.account(), room, text, key);
                if (answer.ok()) {
                    acknowledged.add(
                            new Acknowledged(
                                    seat.account().userId(),
                                    room,
                                    key,
                                    text,
                                    answer.number("seq"),
                                    answer.number("version"),
                                    attempt));
                    count.increment();
                    return;
                }
                if (answer.status() < 500 && answer.status() != 429) {
                    break;
                }
            } catch (ApiFailure e) {
                // nobody there; again, as for an error
            }
            pause();
        }
        unanswered.increment();
    }

    private String room() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return random.nextBoolean() ? rooms.getFirst() : rooms.get(random.nextInt(rooms.size()));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
