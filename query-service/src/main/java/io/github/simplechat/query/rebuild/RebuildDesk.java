package io.github.simplechat.query.rebuild;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.api.query.RebuildStatus;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;

/** The rebuilds of one projection: one at a time, and the latest ones remembered. Thread-safe. */
public final class RebuildDesk<S> {

    private static final int REMEMBERED = 20;

    private final ServedProjection<S> served;
    private final Launcher launcher;
    private final Retirement retirement;
    private final Deque<Rebuild<S>> rebuilds = new ArrayDeque<>();

    RebuildDesk(ServedProjection<S> served, Launcher launcher, Retirement retirement) {
        this.served = served;
        this.launcher = launcher;
        this.retirement = retirement;
    }

    void start() {
        served.start(launcher);
    }

    ServedProjection<S> served() {
        return served;
    }

    /**
     * Begins to build the next generation beside the one that serves.
     *
     * @throws Rejection {@code rebuild-running} when one is being built already
     */
    public synchronized RebuildStatus begin() {
        if (rebuilds.stream().anyMatch(Rebuild::isRunning)) {
            throw new Rejection(
                    Reason.REBUILD_RUNNING, "A rebuild of this projection is running already.");
        }
        GenerationId now =
                served.current().orElseThrow(() -> new IllegalStateException("Not started")).id();
        GenerationId next = new GenerationId(now.projection(), now.number() + 1);
        Rebuild<S> rebuild =
                new Rebuild<>(
                        UUID.randomUUID().toString(),
                        served,
                        launcher,
                        retirement,
                        launcher.launchEmpty(served.projection(), next));
        rebuilds.addFirst(rebuild);
        if (rebuilds.size() > REMEMBERED) {
            rebuilds.removeLast();
        }
        return rebuild.start().status();
    }

    /** How far a rebuild is. */
    public RebuildStatus status(String id) {
        return find(id).status();
    }

    /** Waits until a rebuild has ended, or patience is at its end; says how far it is then. */
    public RebuildStatus await(String id, Duration patience) {
        Rebuild<S> rebuild = find(id);
        rebuild.awaitEnd(patience);
        return rebuild.status();
    }

    /** Ends a rebuild without effect; one that has ended stays as it is. */
    public RebuildStatus cancel(String id) {
        Rebuild<S> rebuild = find(id);
        rebuild.cancel();
        return rebuild.status();
    }

    synchronized void cancelAll() {
        rebuilds.forEach(Rebuild::cancel);
    }

    private synchronized Rebuild<S> find(String id) {
        return rebuilds.stream()
                .filter(rebuild -> rebuild.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Rejection(Reason.NOT_FOUND, "There is no such rebuild."));
    }
}
