package io.github.simplechat.query.rebuild;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.api.query.RebuildStatus;
import io.github.simplechat.query.platform.VersionGate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The generations of one projection, as this node sees and changes them: one is built at a time, by
 * one node; all nodes follow what the catalogue says. Thread-safe.
 */
public final class RebuildDesk<S> {

    private static final Logger log = LoggerFactory.getLogger(RebuildDesk.class);
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration LOOK_ELSEWHERE = Duration.ofMillis(250);

    private final String node;
    private final ServedProjection<S> served;
    private final Catalogue catalogue;
    private final Launcher launcher;
    private final Retirement retirement;
    private final LeaseWatch leases;
    private final Map<Integer, Work> mine = new ConcurrentHashMap<>();
    private final AtomicBoolean following = new AtomicBoolean();
    private volatile Lineage latest;
    private volatile boolean open;

    RebuildDesk(
            String node,
            ServedProjection<S> served,
            Catalogue catalogue,
            Launcher launcher,
            Retirement retirement) {
        this.node = node;
        this.served = served;
        this.catalogue = catalogue;
        this.launcher = launcher;
        this.retirement = retirement;
        this.leases = new LeaseWatch(launcher.settings().lease());
        this.latest = Lineage.unknown(name());
    }

    void start() {
        Lineage lineage = change(this::opened);
        served.start(launcher, lineage.serving(version()).orElseThrow());
        open = true;
        look(lineage);
    }

    private Lineage opened(Lineage line) {
        Lineage opened = line.opened(version(), now());
        return line.open(version()).isPresent() ? opened : divided(opened);
    }

    /** What nodes share they also build together. */
    private Lineage divided(Lineage begun) {
        boolean own = served.projection().ownMemory().isPresent();
        return begun.divided(version(), own ? 1 : settings().segments());
    }

    /** Does what a lineage asks of this node. */
    synchronized void look(Lineage lineage) {
        if (!open) {
            return;
        }
        latest = lineage;
        follow(lineage);
        for (Build build : lineage.builds()) {
            if (build.isOpen() && build.version() == version()) {
                takePart(build);
            } else if (build.isLitter() && isFree(build)) {
                sweep(build.number());
            }
        }
        if (!lineage.equals(retired(lineage))) {
            change(this::retired);
        }
    }

    private Lineage retired(Lineage lineage) {
        ProjectionSettings settings = launcher.settings();
        return lineage.retired(settings.keepFor(), settings.dropAfter(), now());
    }

    private boolean isFree(Build build) {
        return !mine.containsKey(build.number())
                && leases.isFree(build, System.nanoTime())
                && (build.isOpen() || build.segments() == null || isLeft(build));
    }

    /** Whether nobody writes its parts any more; its last owners may have died. */
    private boolean isLeft(Build build) {
        Segments segments = build.segments();
        if (segments == null || segments.holders().isEmpty()) {
            return true;
        }
        Lease all = new Lease("all", segments.all().hashCode(), 0);
        return leases.isFree(-build.number(), all, System.nanoTime());
    }

    private void takePart(Build build) {
        if (!build.isDivided()) {
            buildIfFree(build);
        } else if (!mine.containsKey(build.number())) {
            HeldLease lease = new HeldLease(node, 0, settings().lease());
            GenerationId id = new GenerationId(name(), build.number());
            Sharing<S> sharing = new Sharing<>(this, id, lease);
            mine.put(build.number(), sharing);
            sharing.start();
        }
    }

    private void buildIfFree(Build build) {
        if (isFree(build)) {
            Lineage after = change(line -> line.claimed(build.number(), build.lease(), node));
            after.build(build.number())
                    .filter(now -> now.isOpen() && now.lease().isOf(node, build.lease().term() + 1))
                    .ifPresent(this::build);
        }
    }

    void build(Build claimed) {
        HeldLease lease = new HeldLease(node, claimed.lease().term(), settings().lease());
        RunningGeneration<S> candidate =
                launcher.launch(served.projection(), claimed.number(), lease::isGood);
        Building<S> building = new Building<>(this, lease, candidate);
        mine.put(claimed.number(), building);
        building.start();
    }

    /** Lets what another node has switched to serve here too. */
    private void follow(Lineage lineage) {
        int wanted = lineage.serving(version()).orElse(0);
        boolean here = served.current().filter(one -> one.id().number() == wanted).isPresent();
        if (wanted > 0
                && !here
                && !mine.containsKey(wanted)
                && following.compareAndSet(false, true)) {
            Thread.ofVirtual().name("follow-" + name()).start(() -> follow(wanted));
        }
    }

    private void follow(int number) {
        try {
            RunningGeneration<S> successor = launcher.launch(served.projection(), number);
            while (open && !served.isNear(successor, settings().batchSize())) {
                Thread.sleep(LOOK);
            }
            if (!open || !takesOver(successor)) {
                successor.stop();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.error("{} cannot serve here yet; trying again", name(), e);
        } finally {
            following.set(false);
        }
    }

    private boolean takesOver(RunningGeneration<S> successor) {
        var before = served.handOver(successor, launcher, () -> {});
        before.ifPresent(this::closeLater);
        return before.isPresent();
    }

    /** Stops what queries that had begun may still be reading. */
    void closeLater(RunningGeneration<S> before) {
        retirement.later(before::stop);
    }

    /** Removes what is left of a generation that nobody wants. */
    void sweep(int number) {
        launcher.clear(served.projection(), new GenerationId(name(), number));
        change(line -> line.swept(number));
    }

    /** This node's part in a generation has ended. */
    void ended(int number) {
        mine.remove(number);
    }

    Lineage change(UnaryOperator<Lineage> change) {
        latest = catalogue.change(name(), change);
        return latest;
    }

    /** Stops building; the next start, or another node, goes on. */
    void stop() {
        open = false;
        for (Work building : List.copyOf(mine.values())) {
            try {
                building.hand();
            } catch (RuntimeException e) {
                log.warn("{} is left to others only after a while", name(), e);
            }
        }
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
        Lineage begun = change(line -> divided(line.begun(version(), by, anyway, now())));
        look(begun);
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
        Lineage wanted = change(line -> line.wanted(number, version(), now()));
        look(wanted);
        hurry(number);
        return status(wanted, number);
    }

    /** All that are remembered, the latest first. */
    public List<RebuildStatus> statuses() {
        return fresh().builds().stream()
                .sorted(Comparator.comparingInt(Build::number).reversed())
                .map(this::status)
                .toList();
    }

    /** How far a rebuild is. */
    public RebuildStatus status(String id) {
        return status(fresh(), number(id));
    }

    /** Waits until a rebuild has ended, or patience is at its end; says how far it is then. */
    public RebuildStatus await(String id, Duration patience) {
        int number = number(id);
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (System.nanoTime() - deadline < 0 && isOpen(number)) {
                Thread.sleep(mine.containsKey(number) ? LOOK : LOOK_ELSEWHERE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return status(id);
    }

    private boolean isOpen(int number) {
        return mine.containsKey(number) || fresh().build(number).filter(Build::isOpen).isPresent();
    }

    /** Ends a rebuild without effect; one that has ended stays as it is. */
    public RebuildStatus cancel(String id) {
        int number = number(id);
        status(id);
        change(line -> line.cancelled(number, now()));
        hurry(number);
        return status(id);
    }

    private void hurry(int number) {
        Work building = mine.get(number);
        if (building != null) {
            building.hurry();
        }
    }

    /** The feeds that the serving generation leaves out. */
    public List<ParkedFeed> parked() {
        return served.current().map(launcher::parked).orElse(List.of());
    }

    /**
     * Tries a parked feed again, all that was left out in its order.
     *
     * @return the feed as it is still parked; empty when it goes on
     * @throws Rejection {@code not-found} when it is not parked
     */
    public Optional<ParkedFeed> retry(UUID feedId) {
        return launcher.retry(served.current().orElseThrow(VersionGate::behind), feedId);
    }

    private static int number(String id) {
        try {
            return Integer.parseInt(id);
        } catch (NumberFormatException e) {
            throw new Rejection(Reason.NOT_FOUND, "There is no such rebuild.");
        }
    }

    private Lineage fresh() {
        return catalogue.of(name());
    }

    private RebuildStatus status(Lineage lineage, int number) {
        return status(lineage.build(number).orElseThrow(Lineage::gone));
    }

    private RebuildStatus status(Build build) {
        Work building = mine.get(build.number());
        Build now = building == null ? build : building.shown(build);
        return RebuildStatuses.of(name(), now, launcher.head());
    }

    Lineage latest() {
        return latest;
    }

    ServedProjection<S> served() {
        return served;
    }

    Launcher launcher() {
        return launcher;
    }

    ProjectionSettings settings() {
        return launcher.settings();
    }

    private String name() {
        return served.projection().name();
    }

    private int version() {
        return served.projection().version();
    }

    Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
