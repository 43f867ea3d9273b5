package io.github.simplechat.query.rebuild;

import io.github.simplechat.api.query.RebuildStatus;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One rebuild: a generation beside the one that serves, and the watch that lets it take over once
 * it has reached the live tail. Ends exactly once: done, cancelled or failed. Thread-safe.
 */
final class Rebuild<S> {

    private static final Logger log = LoggerFactory.getLogger(Rebuild.class);
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private enum State {
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }

    private final String id;
    private final ServedProjection<S> served;
    private final Launcher launcher;
    private final Retirement retirement;
    private final RunningGeneration<S> candidate;
    private final long target;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile State state = State.RUNNING;

    Rebuild(
            String id,
            ServedProjection<S> served,
            Launcher launcher,
            Retirement retirement,
            RunningGeneration<S> candidate) {
        this.id = id;
        this.served = served;
        this.launcher = launcher;
        this.retirement = retirement;
        this.candidate = candidate;
        this.target = launcher.head();
    }

    Rebuild<S> start() {
        Thread.ofVirtual().name("rebuild-" + candidate.id()).start(this::watch);
        return this;
    }

    private void watch() {
        Duration pause = Duration.ZERO;
        while (!awaitEnd(pause)) {
            pause = LOOK;
            try {
                look();
            } catch (RuntimeException e) {
                log.error("Rebuild of {} could not finish; trying again", candidate.id(), e);
                pause = AFTER_FAILURE;
            }
        }
    }

    private synchronized void look() {
        if (state != State.RUNNING) {
            return;
        }
        if (candidate.runner().failingFor().compareTo(launcher.settings().giveUpAfter()) > 0) {
            log.error("Rebuild of {} is given up; nothing has changed", candidate.id());
            giveUp(State.FAILED);
        } else if (isAtTheTail()) {
            served.handOver(candidate, launcher).ifPresent(this::finish);
        }
    }

    /** Whether at most a batch is missing: the rest is taken in while the serving one rests. */
    private boolean isAtTheTail() {
        long reached = candidate.position();
        long near = reached + launcher.settings().batchSize();
        return reached >= target
                && served.current().filter(serving -> near >= serving.position()).isPresent();
    }

    private void finish(RunningGeneration<S> before) {
        retirement.later(() -> launcher.discard(before));
        log.info("{} serves now", candidate.id());
        state = State.DONE;
        ended.countDown();
    }

    /** Ends it without effect, unless it has ended already. */
    synchronized void cancel() {
        if (state == State.RUNNING) {
            giveUp(State.CANCELLED);
        }
    }

    /** Has ended only when all is cleared away, so that the next one finds its place empty. */
    private void giveUp(State how) {
        state = how;
        try {
            launcher.discard(candidate);
        } finally {
            ended.countDown();
        }
    }

    String id() {
        return id;
    }

    boolean isRunning() {
        return ended.getCount() > 0;
    }

    /** Waits for the end. Returns whether it has come; an interrupted wait returns true. */
    boolean awaitEnd(Duration patience) {
        try {
            return ended.await(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    RebuildStatus status() {
        long head = Math.max(launcher.head(), 1);
        long position = candidate.position();
        long rate = candidate.runner().eventsPerSecond();
        return new RebuildStatus(
                id,
                candidate.id().projection(),
                candidate.id().number(),
                state.name().toLowerCase(Locale.ROOT),
                state == State.DONE ? 1 : Math.min(1, (double) position / head),
                rate,
                secondsLeft(head - position, rate));
    }

    private @Nullable Long secondsLeft(long events, long rate) {
        if (state != State.RUNNING || rate == 0) {
            return null;
        }
        return Math.max(0, events / rate);
    }
}
