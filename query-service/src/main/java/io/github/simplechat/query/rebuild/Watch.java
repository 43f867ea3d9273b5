package io.github.simplechat.query.rebuild;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after a generation again and again, on a thread of its own, until it is told that this has
 * ended; what fails is tried again. Thread-safe.
 */
final class Watch {

    private static final Logger log = LoggerFactory.getLogger(Watch.class);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final GenerationId id;
    private final CountDownLatch ended = new CountDownLatch(1);

    Watch(GenerationId id) {
        this.id = id;
    }

    void start(String name, Runnable look) {
        Thread.ofVirtual().name(name).start(() -> run(look));
    }

    private void run(Runnable look) {
        Duration pause = Duration.ZERO;
        while (!awaitEnd(pause)) {
            pause = PAUSE;
            try {
                look.run();
            } catch (RuntimeException e) {
                log.error("{} could not go on; trying again", id, e);
                pause = AFTER_FAILURE;
            }
        }
    }

    /** Waits for the end. Returns whether it has come; an interrupted wait returns true. */
    private boolean awaitEnd(Duration patience) {
        try {
            return ended.await(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    void end() {
        ended.countDown();
    }

    boolean isOn() {
        return ended.getCount() > 0;
    }
}
