package io.github.simplechat.query.rebuild;

import io.github.simplechat.query.rebuild.Build.Progress;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This node's share of a divided generation. It takes what is nobody's, asks those who have more,
 * gives what it is asked for, and reads the log once for all that it has. When everything is near
 * the live tail, one node gathers the parts and goes on as {@link Building}. Thread-safe.
 */
final class Sharing<S> implements Work {

    private static final Logger log = LoggerFactory.getLogger(Sharing.class);
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final Generations<S> generations;
    private final GenerationId id;
    private final HeldLease lease;
    private final long target;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final LeaseWatch others;
    private volatile Map<Integer, Long> held = Map.of();
    private volatile @Nullable RunningGeneration<S> running;
    private long nextBeat = System.nanoTime();

    Sharing(Generations<S> generations, GenerationId id, HeldLease lease) {
        this.generations = generations;
        this.id = id;
        this.lease = lease;
        this.target = generations.launcher().head();
        this.others = new LeaseWatch(generations.settings().lease());
    }

    Sharing<S> start() {
        Thread.ofVirtual().name("share-" + id).start(this::watch);
        return this;
    }

    private void watch() {
        Duration pause = Duration.ZERO;
        while (!awaitEnd(pause)) {
            pause = LOOK;
            try {
                look();
            } catch (RuntimeException e) {
                log.error("{} could not go on; trying again", id, e);
                pause = AFTER_FAILURE;
            }
        }
    }

    private synchronized void look() {
        if (!isRunning() || System.nanoTime() - nextBeat < 0) {
            return;
        }
        RunningGeneration<S> now = running;
        if (now != null
                && now.runner().failingFor().compareTo(generations.settings().giveUpAfter()) > 0) {
            log.error("{} is given up; what serves is untouched", id);
            fail("It failed with " + now.runner().failure() + ".");
        }
        beat();
    }

    private void fail(String why) {
        generations.change(line -> line.failed(id.number(), why, generations.now()));
    }

    /** Says that this node lives and how far it is; takes, asks and gives. */
    private void beat() {
        long sentAt = System.nanoTime();
        Segments segments = share(this::beaten);
        lease.beaten(sentAt);
        nextBeat = sentAt + generations.settings().lease().toNanos() / 8;
        if (segments != null && segments.areWantedFrom(lease.node())) {
            rest();
            segments = share(all -> all.at(lease.node(), held).handed(lease.node()));
        }
        if (segments == null) {
            clear();
            return;
        }
        goOn(segments);
        if (segments.lowest() >= target && !held.isEmpty()) {
            gather(segments.lowest());
        }
    }

    /** The parts after a change; null when nobody is to build them any more. */
    private @Nullable Segments share(UnaryOperator<Segments> change) {
        return generations
                .change(line -> line.shared(id.number(), rate(), change))
                .build(id.number())
                .filter(Build::isOpen)
                .map(Build::segments)
                .orElse(null);
    }

    private Segments beaten(Segments all) {
        return all.beaten(lease.node(), reached())
                .taken(lease.node(), part -> isFree(part, all.all().get(part).lease()))
                .asked(lease.node());
    }

    private boolean isFree(int part, Lease its) {
        return !lease.node().equals(its.owner()) && others.isFree(part, its, System.nanoTime());
    }

    /** Reads on for what this node has now, if that is not what it had. */
    private void goOn(Segments segments) {
        boolean same = segments.of(lease.node()).keySet().equals(held.keySet());
        if (same && (running != null || held.isEmpty())) {
            return;
        }
        rest();
        held = segments.at(lease.node(), held).of(lease.node());
        if (held.isEmpty()) {
            return;
        }
        int count = segments.all().size();
        log.info("{}: this node builds {} of {} parts", id, held.size(), count);
        if (Collections.max(held.values()) > generations.launcher().head()) {
            fail("It belongs to another event log.");
            return;
        }
        running =
                generations
                        .launcher()
                        .launch(
                                generations.served().projection(),
                                id,
                                new Share(count, held),
                                lease::isGood);
    }

    /** Takes in nothing more, and knows how far it is. */
    private void rest() {
        RunningGeneration<S> now = running;
        if (now != null) {
            now.stop();
            held = reached();
            running = null;
        }
    }

    /** What this node reads for, and how far that is. */
    private Map<Integer, Long> reached() {
        RunningGeneration<S> now = running;
        if (now == null) {
            return held;
        }
        Map<Integer, Long> reached = new TreeMap<>(held);
        reached.replaceAll((part, position) -> Math.max(position, now.position()));
        return reached;
    }

    private long rate() {
        RunningGeneration<S> now = running;
        return now == null ? 0 : now.runner().eventsPerSecond();
    }

    /** Goes on alone, from where the slowest part is. */
    private void gather(long lowest) {
        rest();
        generations.launcher().reached(id, lowest);
        Lineage line = generations.change(before -> before.gathered(id.number(), lease.node()));
        end();
        line.build(id.number())
                .filter(build -> build.isOpen() && !build.isDivided())
                .filter(build -> lease.node().equals(build.lease().owner()))
                .ifPresent(generations::build);
    }

    /** Nobody wants this node's part any more; the last one to leave removes what is unwanted. */
    private void clear() {
        release();
        generations
                .latest()
                .build(id.number())
                .filter(Build::isLitter)
                .filter(build -> build.segments() == null || build.segments().holders().isEmpty())
                .ifPresent(build -> generations.sweep(id.number()));
        end();
    }

    private void release() {
        rest();
        generations.change(line -> line.left(id.number(), lease.node(), held));
    }

    @Override
    public synchronized void hurry() {
        if (isRunning()) {
            nextBeat = System.nanoTime();
            look();
        }
    }

    @Override
    public synchronized void hand() {
        if (isRunning()) {
            rest();
            end();
            release();
        }
    }

    @Override
    public Build shown(Build stored) {
        Segments segments = stored.segments();
        if (segments == null) {
            return stored;
        }
        Segments now = segments.at(lease.node(), reached());
        return stored.with(now).with(new Progress(now.lowest(), rate()));
    }

    private void end() {
        ended.countDown();
        generations.ended(id.number());
    }

    private boolean isRunning() {
        return ended.getCount() > 0;
    }

    /** Waits for the end. Returns whether it has come; an interrupted wait returns true. */
    private boolean awaitEnd(Duration patience) {
        try {
            return ended.await(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
