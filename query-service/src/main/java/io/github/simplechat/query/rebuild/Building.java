package io.github.simplechat.query.rebuild;

import io.github.simplechat.query.rebuild.Build.Progress;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A generation that this node builds beside the one that serves, and the watch that beats for its
 * lease and lets it take over once it has reached the live tail. Thread-safe.
 */
final class Building<S> implements Work {

    private static final Logger log = LoggerFactory.getLogger(Building.class);

    private final Generations<S> generations;
    private final HeldLease lease;
    private final RunningGeneration<S> candidate;
    private final long target;
    private final Watch watch;
    private volatile boolean anyway;
    private volatile boolean compared;
    private volatile boolean same;
    private long nextBeat = System.nanoTime();

    Building(Generations<S> generations, HeldLease lease, RunningGeneration<S> candidate) {
        this.generations = generations;
        this.lease = lease;
        this.candidate = candidate;
        this.watch = new Watch(candidate.id());
        this.target = generations.launcher().head();
    }

    Building<S> start() {
        watch.start("build-" + candidate.id(), this::lookUnlessDisplaced);
        return this;
    }

    private void lookUnlessDisplaced() {
        try {
            look();
        } catch (Displaced e) {
            log.warn("{}; another one goes on with it", e.getMessage());
            leave();
        }
    }

    private synchronized void look() {
        if (!isRunning()) {
            return;
        }
        if (System.nanoTime() - nextBeat >= 0 && !beat()) {
            clear();
        } else if (hasFailedForTooLong()) {
            log.error("{} is given up; what serves is untouched", candidate.id());
            String why = "It failed with " + candidate.runner().failure() + ".";
            generations.change(number(), build -> build.failed(why, generations.now()));
            clear();
        } else if (isAtTheTail()) {
            decide();
        }
    }

    /** Says that this node lives, and how far it is. Returns whether the generation is wanted. */
    private boolean beat() {
        long sentAt = System.nanoTime();
        Lineage now = change(line -> line.beaten(number(), lease.node(), lease.term(), progress()));
        lease.beaten(sentAt);
        nextBeat = sentAt + generations.settings().lease().toNanos() / 8;
        Optional<Build> build = now.build(number()).filter(Build::isOpen);
        anyway = build.filter(Build::anyway).isPresent();
        return build.isPresent();
    }

    private boolean hasFailedForTooLong() {
        return candidate.runner().failingFor().compareTo(generations.settings().giveUpAfter()) > 0;
    }

    private boolean isAtTheTail() {
        return candidate.position() >= target
                && generations.served().isNear(candidate, generations.settings().batchSize());
    }

    /** Whoever wants it anyway gets it; else it takes over when it says what the other one says. */
    private void decide() {
        if (anyway || same) {
            takeOver();
        } else if (!compared) {
            compared = true;
            Thread.ofVirtual().name("compare-" + candidate.id()).start(this::compare);
        }
    }

    private void compare() {
        try {
            ProjectionWriter old =
                    generations.served().current().orElseThrow().generation().writer();
            Comparison found =
                    new Comparing(
                                    candidate.generation().writer().contents(),
                                    old.contents(),
                                    this::isRunning,
                                    generations.launcher().throttle())
                            .run();
            if (isRunning()) {
                judge(found);
            }
        } catch (RuntimeException e) {
            log.warn("{} could not be compared; trying again", candidate.id(), e);
            compared = false;
        }
    }

    private void judge(Comparison found) {
        change(line ->
                line.compared(number(), lease.node(), lease.term(), found, generations.now()));
        if (!found.nothingDiffers()) {
            log.warn(
                    "{} differs from what serves in {} documents; switch to it or cancel it",
                    candidate.id(),
                    found.differing());
        }
        same = found.nothingDiffers();
    }

    private void takeOver() {
        generations
                .served()
                .handOver(
                        candidate,
                        generations.launcher(),
                        () -> {
                            change(line ->
                                    line.beaten(number(), lease.node(), lease.term(), progress())
                                            .switched(
                                                    number(),
                                                    lease.node(),
                                                    lease.term(),
                                                    generations.now()));
                            lease.endForGood();
                        })
                .ifPresent(this::finish);
    }

    private void finish(RunningGeneration<S> before) {
        generations.closeLater(before);
        log.info("{} serves now", candidate.id());
        end();
    }

    @Override
    public synchronized void hurry() {
        if (isRunning()) {
            nextBeat = System.nanoTime();
            look();
        }
    }

    /** Stops; the next start, or another node, goes on with it. */
    synchronized void leave() {
        if (isRunning()) {
            candidate.stop();
            end();
        }
    }

    @Override
    public void hand() {
        leave();
        generations.change(number(), build -> build.released(lease.node(), lease.term()));
    }

    private void clear() {
        candidate.runner().stop();
        generations.sweep(number());
        end();
    }

    private void end() {
        watch.end();
        generations.ended(number());
    }

    private Lineage change(UnaryOperator<Lineage> change) {
        return generations.change(change);
    }

    int number() {
        return candidate.id().number();
    }

    boolean isRunning() {
        return watch.isOn();
    }

    @Override
    public Build shown(Build stored) {
        return stored.with(progress());
    }

    private Progress progress() {
        return new Progress(candidate.position(), candidate.runner().eventsPerSecond());
    }
}
