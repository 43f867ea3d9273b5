package io.github.simplechat.query.rebuild;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.platform.eventstore.EventLog;
import io.github.simplechat.platform.eventstore.Patience;
import io.github.simplechat.platform.eventstore.UndecodableEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feeds one generation from the event log, on a thread of its own, until it is stopped. The
 * checkpoint is written after the documents, and only a few times a second, so a crash repeats work
 * and never loses it. A batch that fails is tried again, with growing pauses. After some attempts
 * the feeds of those events that fail by themselves are parked; what fails as a whole is tried for
 * ever: no event is skipped.
 */
final class ProjectionRunner {

    private static final Logger log = LoggerFactory.getLogger(ProjectionRunner.class);

    private static final Duration CHECKPOINT = Duration.ofMillis(200);

    private final ReadAhead events;
    private final Checkpoints checkpoints;
    private final ProjectionSettings settings;
    private final GenerationId id;
    private final Parking parking;
    private final BooleanSupplier allowed;
    private final Rate rate = new Rate(System.nanoTime());
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Patience patience;
    private final Thread thread;

    private volatile Throttle throttle = Throttle.NONE;
    private boolean begun;
    private int failures;
    private long checkpoint;
    private long checkpointAt = System.nanoTime();
    private volatile long position;
    private volatile @Nullable Long failingSince;
    private volatile @Nullable String failure;

    /**
     * A runner that goes on where its generation stopped. Nothing runs yet.
     *
     * @param allowed asked before every write; while it says no, nothing is written
     */
    ProjectionRunner(
            EventLog events,
            Checkpoints checkpoints,
            ProjectionSettings settings,
            GenerationId id,
            Parking parking,
            BooleanSupplier allowed) {
        this.events = new ReadAhead(events);
        this.checkpoints = checkpoints;
        this.settings = settings;
        this.patience = Patience.of(settings.patience());
        this.id = id;
        this.parking = parking;
        this.allowed = allowed;
        this.position = checkpoints.position(id);
        this.checkpoint = position;
        this.thread = Thread.ofPlatform().daemon().name("projection-" + id).unstarted(this::run);
    }

    /** Gives way from now on as that says. */
    ProjectionRunner throttled(Throttle by) {
        throttle = by;
        return this;
    }

    ProjectionRunner start() {
        thread.start();
        return this;
    }

    private void run() {
        Duration pause = settings.retryFirst();
        while (!isStopping()) {
            try {
                step();
                failingSince = null;
                failures = 0;
                pause = settings.retryFirst();
            } catch (RuntimeException | Error e) {
                if (failingSince == null) {
                    failingSince = System.nanoTime();
                }
                failures++;
                failure = e.getClass().getSimpleName();
                log.error("Projection {} fails after position {}; trying again", id, position, e);
                pauseOrStop(pause);
                pause = longer(pause);
            }
        }
        checkpointAtTheEnd();
    }

    private void checkpointAtTheEnd() {
        try {
            checkpoint();
        } catch (RuntimeException e) {
            log.warn("Projection {} will repeat some events: {}", id, e.getMessage());
        }
    }

    private void step() {
        if (!begun) {
            parking.begin();
            begun = true;
        }
        long from = System.nanoTime();
        int limit = throttle.batchSize(settings.batchSize());
        List<RecordedEvent> batch;
        try {
            batch = events.read(position, limit, patience);
        } catch (UndecodableEvent e) {
            leaveOut(e);
            return;
        }
        if (batch.isEmpty()) {
            checkpoint();
            return;
        }
        if (!allowed.getAsBoolean()) {
            pauseOrStop(settings.retryFirst());
            return;
        }
        take(batch);
        position = batch.getLast().position();
        rate.add(System.nanoTime(), batch.size());
        if (System.nanoTime() - checkpointAt >= CHECKPOINT.toNanos()) {
            checkpoint();
        }
        if (batch.size() >= limit) {
            rest(Duration.ofNanos(System.nanoTime() - from));
        }
    }

    /** Not at the live tail: there it would only be late. */
    private void rest(Duration work) {
        Duration rest = throttle.restAfter(work);
        if (rest.isPositive()) {
            pauseOrStop(rest);
        }
    }

    /** What is parked anyway need not be tried again and again. */
    private void leaveOut(UndecodableEvent event) {
        if (failures < settings.parkAfter() && !parking.isOut(event.place())) {
            throw event;
        }
        if (allowed.getAsBoolean()) {
            parking.leaveOut(event);
            position = event.place().position();
        } else {
            pauseOrStop(settings.retryFirst());
        }
    }

    private void take(List<RecordedEvent> batch) {
        if (failures < settings.parkAfter()) {
            parking.apply(batch);
        } else {
            parking.sift(batch);
        }
    }

    private void checkpoint() {
        if (position > checkpoint) {
            checkpoints.advance(id, position);
            checkpoint = position;
        }
        checkpointAt = System.nanoTime();
    }

    private Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(settings.retryLongest()) < 0 ? doubled : settings.retryLongest();
    }

    private void pauseOrStop(Duration pause) {
        try {
            if (stopping.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                log.debug("Projection {} stops while it waits", id);
            }
        } catch (InterruptedException e) {
            askToStop();
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    /** Asks it to stop after the batch in hand; it waits for no other one. */
    void askToStop() {
        stopping.countDown();
        patience.end();
    }

    /** Stops it and waits until its last write is done. */
    void stop() {
        askToStop();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The position of the last event taken in; its checkpoint may be a moment behind. */
    long position() {
        return position;
    }

    boolean isFailing() {
        return failingSince != null;
    }

    /** How long the batch in hand has been failing; zero when it is not. */
    Duration failingFor() {
        Long since = failingSince;
        return since == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
    }

    /** What kind of failure the last one was; nothing of what an event says. */
    @Nullable String failure() {
        return failure;
    }

    long eventsPerSecond() {
        return rate.perSecond(System.nanoTime());
    }
}
