package io.github.simplechat.query.rebuild;

import static java.util.stream.Collectors.toMap;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.api.query.ProjectionStatus;
import io.github.simplechat.platform.eventstore.EventLog;
import io.github.simplechat.platform.eventstore.FeedReader;
import io.github.simplechat.query.rebuild.Projection.Memory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs the projections of this process: sets their serving generations going, and rebuilds them on
 * request. Starts before requests are taken and stops after the last one.
 */
public final class ProjectionEngine implements SmartLifecycle {

    private static final int BEFORE_THE_WEB_SERVER = 0;
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration STOP = Duration.ofSeconds(2);
    private static final Logger log = LoggerFactory.getLogger(ProjectionEngine.class);

    private final String node = UUID.randomUUID().toString();
    private final EventLog events;
    private final FeedReader feeds;
    private final Memory shared;
    private final Throttle throttle;
    private final Retirement retirement;
    private final Map<String, Generations<?>> generations = new LinkedHashMap<>();
    private final Map<Catalogue, List<Generations<?>>> watched = new LinkedHashMap<>();
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("projection-watch").factory());
    private volatile boolean started;

    /**
     * An engine for projections whose rebuilds give way to nobody; nothing runs yet.
     *
     * @param shared where generations are remembered that all processes share
     */
    public ProjectionEngine(
            EventLog events,
            FeedReader feeds,
            Memory shared,
            ProjectionSettings settings,
            List<ServedProjection<?>> projections) {
        this(events, feeds, shared, settings, Throttle.NONE, projections);
    }

    /**
     * As above.
     *
     * @param throttle what its rebuilds give way to
     */
    ProjectionEngine(
            EventLog events,
            FeedReader feeds,
            Memory shared,
            ProjectionSettings settings,
            Throttle throttle,
            List<ServedProjection<?>> projections) {
        this.throttle = throttle;
        this.events = events;
        this.feeds = feeds;
        this.shared = shared;
        this.retirement = new Retirement(settings.dropAfter());
        projections.forEach(served -> add(served, settings));
    }

    private <S> void add(ServedProjection<S> served, ProjectionSettings settings) {
        Memory memory = served.projection().ownMemory().orElse(shared);
        Launcher launcher = new Launcher(events, feeds, memory, settings, throttle);
        Generations<S> its =
                new Generations<>(node, served, memory.catalogue(), launcher, retirement);
        generations.put(served.projection().name(), its);
        watched.computeIfAbsent(memory.catalogue(), one -> new ArrayList<>()).add(its);
    }

    @Override
    public void start() {
        generations.values().forEach(Generations::start);
        started = true;
        var _ =
                watch.scheduleWithFixedDelay(
                        this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** One request to each catalogue tells all that has changed. */
    private void look() {
        watched.forEach((catalogue, itsGenerations) -> {
            try {
                look(catalogue, itsGenerations);
            } catch (RuntimeException e) {
                if (started) {
                    log.warn("What projections are to do cannot be read; trying again", e);
                } else {
                    log.info(
                            "What projections are to do was not read before the stop: {}",
                            e.toString());
                }
            }
        });
    }

    private static void look(Catalogue catalogue, List<Generations<?>> all) {
        Map<String, Lineage> lineages =
                catalogue.all().stream().collect(toMap(Lineage::projection, Function.identity()));
        for (Generations<?> its : all) {
            Lineage lineage = lineages.get(its.name());
            if (lineage != null) {
                its.look(lineage);
            }
        }
    }

    @Override
    public void stop() {
        started = false;
        endWatch();
        generations.values().forEach(Generations::stop);
        generations.values().forEach(its -> its.served().askToStop());
        generations.values().forEach(its -> its.served().stop());
        retirement.close();
    }

    /** A look that is under way may come to its end; one that cannot is interrupted. */
    private void endWatch() {
        watch.shutdown();
        try {
            if (!watch.awaitTermination(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                watch.shutdownNow();
            }
        } catch (InterruptedException e) {
            watch.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_WEB_SERVER;
    }

    /** Whether every projection has taken in what was there when it started. */
    public boolean isCaughtUp() {
        return generations.values().stream().allMatch(its -> its.served().isCaughtUp());
    }

    /**
     * Whether this node can be sent queries: every projection that nodes share has caught up once.
     * One that is the node's own may take long to build, and is waited for by its queries alone.
     */
    public boolean isReady() {
        return generations.values().stream()
                .map(Generations::served)
                .filter(served -> served.projection().ownMemory().isEmpty())
                .allMatch(ServedProjection::isCaughtUp);
    }

    /** Whether a projection that serves cannot take in an event. */
    public boolean isFailing() {
        return generations.values().stream()
                .flatMap(its -> its.served().current().stream())
                .anyMatch(running -> running.runner().isFailing());
    }

    /** The names of all projections. */
    Set<String> names() {
        return Collections.unmodifiableSet(generations.keySet());
    }

    /** Every projection and how far it is. */
    public List<ProjectionStatus> statuses() {
        ProjectionStatuses now = new ProjectionStatuses(events);
        return generations.values().stream().flatMap(its -> now.of(its).stream()).toList();
    }

    /**
     * The rebuilds of a projection.
     *
     * @throws Rejection {@code not-found} when there is no such projection
     */
    public Rebuilds rebuilds(String projection) {
        return new Rebuilds(known(projection));
    }

    /**
     * The feeds that the serving generation of a projection leaves out.
     *
     * @throws Rejection {@code not-found} when there is no such projection
     */
    public List<ParkedFeed> parked(String projection) {
        return known(projection).parked();
    }

    /**
     * Tries a parked feed again, all that was left out in its order.
     *
     * @return the feed as it is still parked; empty when it goes on
     * @throws Rejection {@code not-found} when it is not parked, or there is no such projection
     */
    public Optional<ParkedFeed> retry(String projection, UUID feedId) {
        return known(projection).retry(feedId);
    }

    private Generations<?> known(String projection) {
        Generations<?> known = generations.get(projection);
        if (known == null) {
            throw new Rejection(Reason.NOT_FOUND, "There is no such projection.");
        }
        return known;
    }
}
