package io.github.simplechat.query.rebuild;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.api.query.RebuildStatus;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * What an administrator may ask of the rebuilds of one projection. Every node answers the same: it
 * asks the catalogue, and what is begun or ended here is so for all nodes. Thread-safe.
 */
public final class Rebuilds {

    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration LOOK_ELSEWHERE = Duration.ofMillis(250);

    private final Generations<?> generations;

    Rebuilds(Generations<?> generations) {
        this.generations = generations;
    }

    /**
     * Begins to build the next generation beside the one that serves.
     *
     * @param by who wants it
     * @param anyway whether it is to serve even when it differs from the one that serves; else it
     *     waits then, until somebody switches to it or cancels it
     * @throws Rejection {@code rebuild-running} when one is being built already
     */
    public RebuildStatus begin(String by, boolean anyway) {
        int version = generations.version();
        Lineage begun =
                generations.change(line ->
                        line.begun(version, by, anyway, generations.now())
                                .divided(version, generations.parts()));
        generations.look(begun);
        return status(begun.builds().getLast());
    }

    /**
     * Lets a generation serve: one that is being built when it is ready, one that served before
     * once it has caught up.
     *
     * @throws Rejection {@code not-found} when it is there no more, {@code rebuild-running} when
     *     another one is being built
     */
    public RebuildStatus switchTo(int number) {
        Lineage wanted =
                generations.change(
                        line -> line.wanted(number, generations.version(), generations.now()));
        generations.look(wanted);
        hurry(number);
        return status(wanted, number);
    }

    /** All that are remembered, the latest first. */
    public List<RebuildStatus> statuses() {
        return generations.fresh().builds().stream()
                .sorted(Comparator.comparingInt(Build::number).reversed())
                .map(this::status)
                .toList();
    }

    /**
     * How far a rebuild is.
     *
     * @throws Rejection {@code not-found} when there is no such rebuild
     */
    public RebuildStatus status(String id) {
        return status(generations.fresh(), number(id));
    }

    /** Waits until a rebuild has ended, or patience is at its end; says how far it is then. */
    public RebuildStatus await(String id, Duration patience) {
        int number = number(id);
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (System.nanoTime() - deadline < 0 && isOpen(number)) {
                Thread.sleep(isBuiltHere(number) ? LOOK : LOOK_ELSEWHERE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return status(id);
    }

    private boolean isOpen(int number) {
        return isBuiltHere(number)
                || generations.fresh().build(number).filter(Build::isOpen).isPresent();
    }

    private boolean isBuiltHere(int number) {
        return generations.work(number).isPresent();
    }

    /** Ends a rebuild without effect; one that has ended stays as it is. */
    public RebuildStatus cancel(String id) {
        int number = number(id);
        status(id);
        generations.change(number, build -> build.cancelled(generations.now()));
        hurry(number);
        return status(id);
    }

    private void hurry(int number) {
        generations.work(number).ifPresent(Work::hurry);
    }

    private static int number(String id) {
        try {
            return Integer.parseInt(id);
        } catch (NumberFormatException e) {
            throw new Rejection(Reason.NOT_FOUND, "There is no such rebuild.");
        }
    }

    private RebuildStatus status(Lineage lineage, int number) {
        return status(lineage.build(number).orElseThrow(Lineage::gone));
    }

    private RebuildStatus status(Build build) {
        Build now = generations.work(build.number()).map(work -> work.shown(build)).orElse(build);
        return RebuildStatuses.of(generations.name(), now, generations.launcher().head());
    }
}
