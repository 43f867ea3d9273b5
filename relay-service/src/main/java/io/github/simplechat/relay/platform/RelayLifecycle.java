package io.github.simplechat.relay.platform;

import io.github.simplechat.relay.gateway.FeedHub;
import io.github.simplechat.relay.gateway.Gateway;
import io.github.simplechat.relay.publication.Publisher;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Starts and stops the relay: the last to start, so that everything it needs is there, and the
 * first to stop, so that clients hear of it before the server goes away.
 */
final class RelayLifecycle implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RelayLifecycle.class);
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final Publisher publisher;
    private final FeedHub hub;
    private final Gateway gateway;
    private final RelaySettings settings;
    private final ScheduledExecutorService clock = clock("relay-clock");
    private final ScheduledExecutorService presence = clock("relay-presence");
    private volatile boolean running;

    RelayLifecycle(Publisher publisher, FeedHub hub, Gateway gateway, RelaySettings settings) {
        this.publisher = publisher;
        this.hub = hub;
        this.gateway = gateway;
        this.settings = settings;
    }

    private static ScheduledExecutorService clock(String name) {
        return new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name(name).factory());
    }

    @Override
    public void start() {
        publisher.start();
        every(clock, settings.tickInterval(), gateway::tick);
        every(clock, settings.sweepInterval(), hub::sweep);
        every(presence, settings.presenceInterval(), gateway::tellPresence);
        running = true;
    }

    private static void every(ScheduledExecutorService on, Duration interval, Runnable task) {
        var _ =
                on.scheduleWithFixedDelay(
                        () -> guarded(task),
                        interval.toMillis(),
                        interval.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            log.error("A round of the relay's clock failed", e);
        }
    }

    @Override
    public void stop() {
        running = false;
        gateway.drain(settings.drain(), FAREWELL);
        clock.shutdownNow();
        presence.shutdownNow();
        publisher.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
