package io.github.simplechat.query.rebuild;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.query.rebuild.Build.Progress;
import io.github.simplechat.query.rebuild.Build.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The generations of one projection: what serves and what is built. Pure; every change gives the
 * lineage after it, to be written only where nobody else has written meanwhile.
 *
 * <p>Each version of the projection has its own generation that serves, so nodes of two releases
 * can run side by side and each reads what it knows how to feed.
 *
 * @param projection its name
 * @param revision rises by 1 with every change that is written; 0 when none was
 * @param serving by version of the projection, the generation that serves
 * @param builds every generation that is remembered, by rising number
 */
public record Lineage(
        String projection,
        long revision,
        NavigableMap<Integer, Integer> serving,
        List<Build> builds) {

    private static final String BY_RELEASE = "release";
    private static final int REMEMBERED = 20;
    private static final int FIRST_VERSION = 1;

    /** A copy that nobody changes. */
    public Lineage {
        serving = java.util.Collections.unmodifiableNavigableMap(new TreeMap<>(serving));
        builds = List.copyOf(builds);
    }

    /** That of a projection of which nothing is known. */
    public static Lineage unknown(String projection) {
        return new Lineage(projection, 0, new TreeMap<>(), List.of());
    }

    /** What a release has left that knew only which generation serves. */
    public static Lineage left(String projection, int number) {
        Build build =
                Build.begun(number, FIRST_VERSION, BY_RELEASE, false, Instant.EPOCH)
                        .now(State.DONE, Instant.EPOCH);
        return unknown(projection).with(build).pointing(FIRST_VERSION, number);
    }

    /** A generation. */
    public Optional<Build> build(int number) {
        return builds.stream().filter(one -> one.number() == number).findFirst();
    }

    /** The generation that serves a version: its own, or that of the version before. */
    OptionalInt serving(int version) {
        return serving.headMap(version, true).descendingMap().values().stream()
                .filter(number -> build(number).filter(Build::canServe).isPresent())
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    /** One generation changes, if it is still remembered. */
    Lineage changed(int number, UnaryOperator<Build> change) {
        return build(number).map(change).map(this::with).orElse(this);
    }

    /** The generation that is being built for a version. */
    Optional<Build> open(int version) {
        return builds.stream().filter(one -> one.isOpen() && one.version() == version).findFirst();
    }

    /**
     * Something serves a version. Where it is what another version has left, its own is begun;
     * where there is nothing, it is a new and empty generation.
     */
    Lineage opened(int version, Instant now) {
        OptionalInt serves = serving(version);
        if (serves.isEmpty()) {
            Build first = Build.begun(next(), version, BY_RELEASE, false, now).now(State.DONE, now);
            return with(first).pointing(version, first.number());
        }
        boolean own = Integer.valueOf(serves.getAsInt()).equals(serving.get(version));
        return own || open(version).isPresent() ? this : begun(version, BY_RELEASE, true, now);
    }

    /**
     * The next generation is to be built, by whoever takes it.
     *
     * @throws Rejection {@code rebuild-running} when one is being built already
     */
    Lineage begun(int version, String by, boolean anyway, Instant now) {
        requireNoneOpen(version);
        return with(Build.begun(next(), version, by, anyway, now));
    }

    /** The generation that was begun last may be built by several nodes, in so many parts. */
    Lineage divided(int version, int parts) {
        return open(version).map(build -> with(build.divided(parts))).orElse(this);
    }

    private void requireNoneOpen(int version) {
        if (open(version).isPresent()) {
            throw new Rejection(
                    Reason.REBUILD_RUNNING, "A rebuild of this projection is running already.");
        }
    }

    /** The highest number is never forgotten, so none is used twice. */
    private int next() {
        return Stream.concat(builds.stream().map(Build::number), serving.values().stream())
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(0)
                + 1;
    }

    /**
     * A generation is to serve a version, whatever it holds: one that is being built when it is
     * ready, one that served before once it has caught up. The one that serves changes nothing.
     *
     * @throws Rejection {@code not-found} when it is not there any more, {@code rebuild-running}
     *     when another one is being built
     */
    Lineage wanted(int number, int version, Instant now) {
        Build build =
                build(number)
                        .filter(one -> one.isOpen() || one.canServe())
                        .orElseThrow(Lineage::gone);
        if (serving(version).orElse(0) == number) {
            return this;
        }
        if (build.isOpen()) {
            return with(build.wanted(build.version(), build.changedAt()));
        }
        requireNoneOpen(version);
        return with(build.now(State.RUNNING, now).wanted(version, now));
    }

    /** The refusal of a generation that is not there. */
    static Rejection gone() {
        return new Rejection(Reason.NOT_FOUND, "There is no such generation, or it was removed.");
    }

    /**
     * The owner lives.
     *
     * @throws Displaced when it owns it no more
     */
    Lineage beaten(int number, String node, long term, Progress progress) {
        Build build = owned(number, node, term);
        return with(build.beaten(progress));
    }

    /**
     * A generation was compared with the one that serves; one that differs waits for somebody to
     * decide.
     *
     * @throws Displaced when the node owns it no more
     */
    Lineage compared(int number, String node, long term, Comparison found, Instant now) {
        Build build = owned(number, node, term);
        return build.isOpen() ? with(build.compared(found, now)) : this;
    }

    /**
     * A generation serves the version that it was built for.
     *
     * @throws Displaced when the node owns it no more, or it was given up
     */
    Lineage switched(int number, String node, long term, Instant now) {
        Build build = owned(number, node, term);
        if (!build.isOpen()) {
            throw new Displaced(projection + "_" + number);
        }
        Lineage before =
                serving(build.version()).stream()
                        .boxed()
                        .reduce(
                                this,
                                (line, old) -> line.changed(old, one -> one.now(one.state(), now)),
                                (a, b) -> b);
        return before.with(build.switched(now)).pointing(build.version(), number);
    }

    private Build owned(int number, String node, long term) {
        return build(number)
                .filter(one -> one.lease().isOf(node, term))
                .orElseThrow(() -> new Displaced(projection + "_" + number));
    }

    /**
     * Generations that served and are not needed any more are to be cleared away. The one that
     * served last is kept, and what serves nodes of another release.
     *
     * @param keep how long they are kept
     * @param linger how long the others are still there, for queries that had begun
     */
    Lineage retired(Duration keep, Duration linger, Instant now) {
        Lineage after = this;
        List<Build> kept = kept();
        for (Build build : kept) {
            boolean useful = serving.containsValue(build.number()) || build.equals(kept.getFirst());
            Duration stays = useful && keep.compareTo(linger) > 0 ? keep : linger;
            if (!build.changedAt().plus(stays).isAfter(now)) {
                after = after.with(build.now(State.DROPPED, now));
            }
        }
        return after;
    }

    /** Generations that could serve again, the latest first. */
    List<Build> kept() {
        int serves = serving.isEmpty() ? 0 : serving.lastEntry().getValue();
        return builds.stream()
                .filter(one -> one.canServe() && one.number() != serves)
                .sorted(Comparator.comparing(Build::changedAt).reversed())
                .toList();
    }

    /** Nothing is left of a generation; the oldest of such are forgotten. */
    Lineage swept(int number) {
        Lineage after = changed(number, Build::swept);
        List<Build> cleared = after.builds.stream().filter(Build::cleared).toList();
        List<Build> left = new ArrayList<>(after.builds);
        left.removeAll(cleared.subList(0, Math.max(0, cleared.size() - REMEMBERED)));
        return new Lineage(projection, revision, serving, left);
    }

    private Lineage with(Build changed) {
        List<Build> after = new ArrayList<>(builds);
        after.removeIf(one -> one.number() == changed.number());
        after.add(changed);
        after.sort(Comparator.comparingInt(Build::number));
        return new Lineage(projection, revision, serving, after);
    }

    private Lineage pointing(int version, int number) {
        NavigableMap<Integer, Integer> after = new TreeMap<>(serving);
        after.put(version, number);
        return new Lineage(projection, revision, after, builds);
    }

    Lineage revised() {
        return new Lineage(projection, revision + 1, serving, builds);
    }
}
