package io.github.simplechat.command.automation;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.event.ChatEvent;
import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.command.automation.Place.Held;
import io.github.simplechat.command.platform.web.Commands;
import io.github.simplechat.platform.eventstore.EventLog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the log for one automation, on a thread of its own, while this node holds its place.
 * Every event is dealt with at least once, in order: the place moves after the commands of a batch
 * have taken effect, so what a crash cuts off is done again. A command that a rule refuses is
 * settled; any other failure is tried again until it succeeds.
 *
 * @param <C> what the automation commands
 */
final class AutomationRunner<C> implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(AutomationRunner.class);
    private static final int BATCH = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Automation<C> automation;
    private final EventLog events;
    private final Place place;
    private final Consumer<? super C> commands;
    private final Duration pause;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    /**
     * Starts at once.
     *
     * @param commands executes a command, see {@link Commands#send(Object)}
     * @param pause how long to wait after a failure, and before asking again for a place that
     *     another node holds
     */
    AutomationRunner(
            Automation<C> automation,
            EventLog events,
            Place place,
            Consumer<? super C> commands,
            Duration pause) {
        this.automation = automation;
        this.events = events;
        this.place = place;
        this.commands = commands;
        this.pause = pause;
        this.thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("automation-" + automation.name())
                        .start(this::run);
    }

    private void run() {
        while (isOpen()) {
            try {
                Optional<Held> held = place.hold(automation.name());
                if (held.isPresent()) {
                    try (Held mine = held.get()) {
                        follow(mine);
                    }
                }
            } catch (RuntimeException e) {
                log.warn("{} failed, trying again: {}", automation.name(), e.toString());
            }
            rest();
        }
    }

    private void follow(Held mine) {
        long position = mine.position();
        while (isOpen()) {
            List<RecordedEvent> batch = events.read(position, BATCH, PATIENCE);
            for (RecordedEvent recorded : batch) {
                if (!deal(recorded.event())) {
                    break;
                }
                position = recorded.position();
            }
            if (!batch.isEmpty()) {
                mine.moveTo(position);
            }
        }
    }

    /** Whether the commands of an event were executed, and not put off because this closes. */
    private boolean deal(ChatEvent event) {
        List<C> reactions = automation.react(event);
        Instant due = event.at().plus(automation.delay());
        if (!reactions.isEmpty() && isClosedBefore(due)) {
            return false;
        }
        reactions.forEach(this::execute);
        return true;
    }

    private void execute(C command) {
        try {
            commands.accept(command);
        } catch (Rejection e) {
            log.debug("{}: {} refused: {}", automation.name(), command, e.detail());
        }
    }

    private boolean isOpen() {
        return closing.getCount() > 0;
    }

    private void rest() {
        isClosedWithin(pause);
    }

    private boolean isClosedBefore(Instant due) {
        return automation.delay().isPositive()
                && isClosedWithin(Duration.between(Instant.now(), due));
    }

    private boolean isClosedWithin(Duration patience) {
        try {
            return closing.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            closing.countDown();
            return true;
        }
    }

    /**
     * Stops and lets another node hold the place. A wait for events, or for a database that does
     * not answer, is broken off: what was not settled is done again by the next who holds it.
     */
    @Override
    public void close() {
        closing.countDown();
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
