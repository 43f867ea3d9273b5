package io.github.simplechat.query.rebuild;

import io.github.simplechat.query.platform.VersionGate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
 * The generations of one projection on this node, which does what their lineage says: it lets one
 * serve, builds what nobody builds, and clears away what nobody wants. Thread-safe.
 */
final class Generations<S> {

    private static final Logger log = LoggerFactory.getLogger(Generations.class);

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

    Generations(
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
        return line.open(version()).isPresent() ? opened : opened.divided(version(), parts());
    }

    /** What nodes share they also build together. */
    int parts() {
        return served.projection().ownMemory().isPresent() ? 1 : settings().segments();
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
        return lineage.retired(settings().keepFor(), settings().dropAfter(), now());
    }

    private boolean isFree(Build build) {
        return !mine.containsKey(build.number()) && leases.isFree(build, System.nanoTime());
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
            handIfStopped(sharing);
        }
    }

    private void buildIfFree(Build build) {
        if (isFree(build)) {
            change(build.number(), one -> one.claimed(build.lease(), node))
                    .filter(now -> now.isOpen() && now.lease().isOf(node, build.lease().term() + 1))
                    .ifPresent(this::build);
        }
    }

    /** Builds alone what this node has claimed. */
    void build(Build claimed) {
        HeldLease lease = new HeldLease(node, claimed.lease().term(), settings().lease());
        RunningGeneration<S> candidate =
                launcher.launch(served.projection(), claimed.number(), lease::isGood);
        Building<S> building = new Building<>(this, lease, candidate);
        mine.put(claimed.number(), building);
        building.start();
        handIfStopped(building);
    }

    /** Lets what another node has switched to serve here too. */
    private void follow(Lineage lineage) {
        int wanted = lineage.serving(version()).orElse(0);
        boolean here = served.current().filter(one -> one.id().number() == wanted).isPresent();
        if (wanted > 0
                && !here
                && !mine.containsKey(wanted)
                && following.compareAndSet(false, true)) {
            new Following<>(this, wanted).start(() -> following.set(false));
        }
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

    /** This node's part in a generation, while it has one. */
    Optional<Work> work(int number) {
        return Optional.ofNullable(mine.get(number));
    }

    /** This node's part in a generation has ended. */
    void ended(int number) {
        mine.remove(number);
    }

    /** Changes one generation. Returns it as it is then, while it is remembered. */
    Optional<Build> change(int number, UnaryOperator<Build> change) {
        return change(line -> line.changed(number, change)).build(number);
    }

    Lineage change(UnaryOperator<Lineage> change) {
        latest = catalogue.change(name(), change);
        return latest;
    }

    /** Stops building; the next start, or another node, goes on. */
    void stop() {
        open = false;
        List.copyOf(mine.values()).forEach(this::hand);
    }

    /** What began while the others were handed over was not among them. */
    private void handIfStopped(Work begun) {
        if (!open) {
            hand(begun);
        }
    }

    private void hand(Work building) {
        try {
            building.hand();
        } catch (RuntimeException e) {
            log.warn("{} is left to others only after a while", name(), e);
        }
    }

    boolean isOpen() {
        return open;
    }

    /** The feeds that the serving generation leaves out. */
    List<ParkedFeed> parked() {
        return served.current().map(launcher::parked).orElse(List.of());
    }

    /** Tries one of them again; empty when it goes on. */
    Optional<ParkedFeed> retry(UUID feedId) {
        return launcher.retry(served.current().orElseThrow(VersionGate::behind), feedId);
    }

    /** As the catalogue has it now. */
    Lineage fresh() {
        return catalogue.of(name());
    }

    /** As this node has seen it last. */
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

    String name() {
        return served.projection().name();
    }

    int version() {
        return served.projection().version();
    }

    Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
