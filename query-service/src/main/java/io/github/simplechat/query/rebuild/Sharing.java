package io.github.simplechat.query.rebuild;

import io.github.simplechat.query.rebuild.Build.Progress;
import java.util.Collections;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This node's share of a divided generation. It takes what is nobody's, asks those who have more,
 * and gives what it is asked for. When everything is near the live tail, one node gathers the parts
 * and goes on as {@link Building}. Thread-safe.
 */
final class Sharing<S> implements Work {

    private static final Logger log = LoggerFactory.getLogger(Sharing.class);

    private final Generations<S> generations;
    private final GenerationId id;
    private final HeldLease lease;
    private final HeldSegments<S> held;
    private final long target;
    private final Watch watch;
    private final LeaseWatch others;
    private long nextBeat = System.nanoTime();

    Sharing(Generations<S> generations, GenerationId id, HeldLease lease) {
        this.generations = generations;
        this.id = id;
        this.lease = lease;
        this.held = new HeldSegments<>(generations, id, lease::isGood);
        this.target = generations.launcher().head();
        this.watch = new Watch(id);
        this.others = new LeaseWatch(generations.settings().lease());
    }

    Sharing<S> start() {
        watch.start("share-" + id, this::look);
        return this;
    }

    private synchronized void look() {
        if (!watch.isOn() || System.nanoTime() - nextBeat < 0) {
            return;
        }
        if (held.failingFor().compareTo(generations.settings().giveUpAfter()) > 0) {
            log.error("{} is given up; what serves is untouched", id);
            fail("It failed with " + held.failure() + ".");
        }
        beat();
    }

    private void fail(String why) {
        generations.change(id.number(), build -> build.failed(why, generations.now()));
    }

    /** Says that this node lives and how far it is; takes, asks and gives. */
    private void beat() {
        long sentAt = System.nanoTime();
        Segments segments = share(this::beaten);
        lease.beaten(sentAt);
        nextBeat = sentAt + generations.settings().lease().toNanos() / 8;
        if (segments != null && segments.areWantedFrom(lease.node())) {
            held.rest();
            segments = share(all -> reached(all).handed(lease.node()));
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
                .change(id.number(), build -> build.shared(held.eventsPerSecond(), change))
                .filter(Build::isOpen)
                .map(Build::segments)
                .orElse(null);
    }

    private Segments beaten(Segments all) {
        return all.beaten(lease.node(), held.reached())
                .taken(lease.node(), part -> isFree(part, all.all().get(part).lease()))
                .asked(lease.node());
    }

    private Segments reached(Segments all) {
        return all.at(lease.node(), held.reached());
    }

    private boolean isFree(int part, Lease its) {
        return !lease.node().equals(its.owner()) && others.isFree(part, its, System.nanoTime());
    }

    /** Reads on for what this node has now, if that is not what it had. */
    private void goOn(Segments segments) {
        if (held.areReadFor(segments.of(lease.node()).keySet())) {
            return;
        }
        held.rest();
        Map<Integer, Long> parts = reached(segments).of(lease.node());
        held.hold(parts);
        if (parts.isEmpty()) {
            return;
        }
        int count = segments.all().size();
        log.info("{}: this node builds {} of {} parts", id, parts.size(), count);
        if (Collections.max(parts.values()) > generations.launcher().head()) {
            fail("It belongs to another event log.");
            return;
        }
        held.read(count);
    }

    /** Goes on alone, from where the slowest part is. */
    private void gather(long lowest) {
        held.rest();
        generations.launcher().reached(id, lowest);
        var gathered = generations.change(id.number(), build -> build.gathered(lease.node()));
        end();
        gathered.filter(build -> build.isOpen() && !build.isDivided())
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
        held.rest();
        generations.change(id.number(), build -> build.left(lease.node(), held.reached()));
    }

    @Override
    public synchronized void hurry() {
        if (watch.isOn()) {
            nextBeat = System.nanoTime();
            look();
        }
    }

    @Override
    public synchronized void hand() {
        if (watch.isOn()) {
            held.rest();
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
        Segments now = reached(segments);
        return stored.with(now).with(new Progress(now.lowest(), held.eventsPerSecond()));
    }

    private void end() {
        watch.end();
        generations.ended(id.number());
    }
}
