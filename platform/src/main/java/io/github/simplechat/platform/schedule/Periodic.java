package io.github.simplechat.platform.schedule;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does something again and again on a thread of its own, with a pause after each time. When it
 * fails that is logged, and it is done again after the pause.
 */
public final class Periodic implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Periodic.class);

    private final Thread thread;
    private volatile boolean open = true;

    /**
     * Starts after the first pause.
     *
     * @param name what is done, as a noun
     */
    public Periodic(String name, Duration pause, Runnable work) {
        this.thread = Thread.ofPlatform().daemon().name(name).start(() -> run(name, pause, work));
    }

    private void run(String name, Duration pause, Runnable work) {
        LockSupport.parkNanos(pause.toNanos());
        while (open) {
            try {
                work.run();
            } catch (RuntimeException e) {
                if (open) {
                    log.warn("{} failed, trying again: {}", name, e.getMessage());
                }
            }
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    /** Does it no more. Does not wait for what is being done. */
    @Override
    public void close() {
        open = false;
        LockSupport.unpark(thread);
    }
}
