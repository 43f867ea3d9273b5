package io.github.simplechat.relay.publication;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.api.relay.RelayMessage;
import io.github.simplechat.platform.eventstore.EventLog;
import io.github.simplechat.platform.eventstore.UndecodableEvent;
import io.github.simplechat.relay.broker.Broker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the broker of every event, in commit order, on one thread. The position is stored after the
 * broker has taken a batch: whatever fails, the batch is tried again until it is through, so an
 * event is published at least once and never skipped, but for one that cannot even be read:
 * listeners of its feed wait there, others go on. Listeners drop what comes twice.
 *
 * <p>Of several nodes one publishes, the one that has the lease. The others stand by and remember
 * how far it is, so that whoever comes next goes on from there, even if the checkpoint is lost.
 *
 * <p>The first start ever begins at the head of the store. Older events are no news: clients read
 * where a feed stands from the store.
 */
public final class Publisher implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Publisher.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration END = Duration.ofSeconds(3);
    private static final long UNKNOWN = -1;
    private static final int BEATS = 4;

    private final EventLog events;
    private final Broker broker;
    private final Checkpoint checkpoint;
    private final PublisherLease lease;
    private final Duration lasts;
    private final Duration beat;
    private final int batchSize;
    private final AtomicLong undecodable = new AtomicLong();
    private long position = UNKNOWN;
    private long stored = UNKNOWN;
    private Duration pause = FIRST_PAUSE;
    private volatile boolean open = true;
    private volatile boolean failing;
    private volatile boolean leading;
    private long heldAt;
    private volatile @Nullable Thread thread;

    /**
     * A publisher that does nothing yet.
     *
     * @param lasts how long the lease lasts without being renewed, which it is four times meanwhile
     * @param batchSize how many events are published and stored at a time
     */
    public Publisher(
            EventLog events,
            Broker broker,
            Checkpoint checkpoint,
            PublisherLease lease,
            Duration lasts,
            int batchSize) {
        this.events = events;
        this.broker = broker;
        this.checkpoint = checkpoint;
        this.lease = lease;
        this.lasts = lasts;
        this.beat = lasts.dividedBy(BEATS);
        this.batchSize = batchSize;
    }

    /** Starts its thread. */
    public void start() {
        thread = Thread.ofPlatform().daemon().name("relay-publisher").start(this::run);
    }

    /**
     * Whether events get through, or would if it were this node's turn: its last try did not fail.
     */
    public boolean isPublishing() {
        Thread running = thread;
        return running != null && running.isAlive() && !failing;
    }

    /** Whether it is this node that publishes. */
    public boolean isLeading() {
        return leading;
    }

    private void run() {
        while (open) {
            try {
                step();
                recovered();
            } catch (RuntimeException e) {
                failed(e);
            }
        }
        release();
    }

    private void step() {
        if (position == UNKNOWN) {
            position = checkpoint.load().orElseGet(events::head);
        }
        if (holdsLease()) {
            publish();
        } else {
            follow();
            sleep(beat);
        }
    }

    private boolean holdsLease() {
        long now = System.nanoTime();
        if (leading && now - heldAt < beat.toNanos()) {
            return true;
        }
        boolean held = lease.hold(lasts);
        boolean mayHaveEnded = !leading || now - heldAt > lasts.toNanos();
        leading = held;
        if (held) {
            heldAt = now;
        }
        if (held && mayHaveEnded) {
            follow();
            log.info("This node publishes, after position {}", position);
        }
        return held;
    }

    /** Notes how far whoever publishes is. */
    private void follow() {
        stored = checkpoint.load().orElse(UNKNOWN);
        position = Math.max(position, stored);
    }

    private void publish() {
        if (position > stored) {
            checkpoint.store(position);
            stored = position;
        }
        List<RecordedEvent> batch;
        try {
            batch = events.read(position, batchSize, min(beat, PATIENCE));
        } catch (UndecodableEvent e) {
            passOver(e);
            return;
        }
        if (!batch.isEmpty()) {
            List<RelayMessage> messages = batch.stream().map(Publication::of).toList();
            broker.publish(messages);
            position = batch.getLast().position();
        }
    }

    /**
     * Nobody here can say what it tells, so it is published by nobody. Whoever listens to its feed
     * sees a hole, and waits there until the store can be read again.
     */
    private void passOver(UndecodableEvent event) {
        log.error("Not published; listeners of that feed wait: {}", event.getMessage(), event);
        undecodable.incrementAndGet();
        position = event.place().position();
    }

    /** How many events could not be read, and were not published, since this node started. */
    public long undecodable() {
        return undecodable.get();
    }

    private void recovered() {
        if (failing) {
            failing = false;
            pause = FIRST_PAUSE;
            log.info("Publishing again, after position {}", position);
        }
    }

    private void failed(RuntimeException cause) {
        if (!open) {
            return;
        }
        if (!failing) {
            failing = true;
            log.warn(
                    "Could not publish after position {}; trying until it works: {}",
                    position,
                    cause.getMessage());
        }
        sleep(pause);
        pause = min(pause.multipliedBy(2), LONGEST_PAUSE);
    }

    private static void sleep(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Another node need not wait until the lease ends by itself. */
    private void release() {
        if (!leading) {
            return;
        }
        leading = false;
        boolean _ = Thread.interrupted(); // it has done what it was for
        try {
            lease.release();
        } catch (RuntimeException e) {
            log.debug("The lease of the publisher ends by itself: {}", e.getMessage());
        }
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Stops after the batch in hand, in a few seconds at most. */
    @Override
    public void close() {
        open = false;
        Thread running = thread;
        if (running == null) {
            return;
        }
        running.interrupt();
        try {
            running.join(END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
