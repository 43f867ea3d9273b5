package io.github.simplechat.query.rebuild;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.api.query.ProjectionStatus;
import io.github.simplechat.platform.eventstore.EventLog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.SmartLifecycle;

/**
 * Runs the projections of this process: sets their serving generations going, and rebuilds them on
 * request. Starts before requests are taken and stops after the last one.
 */
public final class ProjectionEngine implements SmartLifecycle {

    private static final int BEFORE_THE_WEB_SERVER = 0;

    private final EventLog events;
    private final Retirement retirement;
    private final Map<String, RebuildDesk<?>> desks = new LinkedHashMap<>();
    private volatile boolean started;

    /** An engine for projections; nothing runs yet. */
    public ProjectionEngine(
            EventLog events,
            GenerationRegister register,
            ProjectionSettings settings,
            List<ServedProjection<?>> projections) {
        this.events = events;
        this.retirement = new Retirement(settings.dropAfter());
        projections.forEach(
                served -> desks.put(served.projection().name(), desk(served, register, settings)));
    }

    private <S> RebuildDesk<S> desk(
            ServedProjection<S> served, GenerationRegister shared, ProjectionSettings settings) {
        GenerationRegister register = served.projection().ownRegister().orElse(shared);
        return new RebuildDesk<>(served, new Launcher(events, register, settings), retirement);
    }

    @Override
    public void start() {
        desks.values().forEach(RebuildDesk::start);
        started = true;
    }

    @Override
    public void stop() {
        started = false;
        desks.values().forEach(RebuildDesk::cancelAll);
        desks.values().forEach(desk -> desk.served().askToStop());
        desks.values().forEach(desk -> desk.served().stop());
        retirement.close();
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
        return desks.values().stream().allMatch(desk -> desk.served().isCaughtUp());
    }

    /** Whether a projection that serves cannot take in an event. */
    public boolean isFailing() {
        return desks.values().stream()
                .flatMap(desk -> desk.served().current().stream())
                .anyMatch(running -> running.runner().isFailing());
    }

    /** Every projection and how far it is. */
    public List<ProjectionStatus> statuses() {
        ProjectionStatuses now = new ProjectionStatuses(events);
        return desks.values().stream().flatMap(desk -> now.of(desk.served()).stream()).toList();
    }

    /**
     * The rebuilds of a projection.
     *
     * @throws Rejection {@code not-found} when there is no such projection
     */
    public RebuildDesk<?> rebuilds(String projection) {
        RebuildDesk<?> desk = desks.get(projection);
        if (desk == null) {
            throw new Rejection(Reason.NOT_FOUND, "There is no such projection.");
        }
        return desk;
    }
}
