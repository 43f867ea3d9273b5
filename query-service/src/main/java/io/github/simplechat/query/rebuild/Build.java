package io.github.simplechat.query.rebuild;

import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One generation and how it came about.
 *
 * @param number 1, 2, 3 …, never used twice
 * @param version the version of the projection that it was built for
 * @param state what has become of it
 * @param origin who wanted it, and when
 * @param changedAt when its state changed, or when another one took over from it
 * @param anyway whether it is to serve even when it differs from the one that serves
 * @param lease who builds it, once it is not divided
 * @param progress how far it was at the last beat
 * @param error why it failed, without anything personal
 * @param comparison what it was like beside the one that served, when they were compared
 * @param cleared whether nothing of it is left but this
 * @param segments who builds which part of it, while it is divided
 */
public record Build(
        int number,
        int version,
        State state,
        Origin origin,
        Instant changedAt,
        boolean anyway,
        Lease lease,
        Progress progress,
        @Nullable String error,
        @Nullable Comparison comparison,
        boolean cleared,
        @Nullable Segments segments) {

    /** What has become of a generation. */
    public enum State {
        /** It is being built, or catches up to serve again. */
        RUNNING,
        /** It is ready, but not the same as the one that serves; somebody has to decide. */
        DIFFERS,
        /** It serves or has served, and could serve again. */
        DONE,
        /** It was given up on request. */
        CANCELLED,
        /** It could not be built. */
        FAILED,
        /** It has served and is not needed any more. */
        DROPPED
    }

    /** Who wanted a generation. */
    public record Origin(String by, Instant at) {}

    /** How far a generation was, and how fast it went. */
    public record Progress(long position, long eventsPerSecond) {

        static final Progress NONE = new Progress(0, 0);
    }

    static Build begun(int number, int version, String by, boolean anyway, Instant now) {
        return new Build(
                number,
                version,
                State.RUNNING,
                new Origin(by, now),
                now,
                anyway,
                Lease.FREE,
                Progress.NONE,
                null,
                null,
                false,
                null);
    }

    /** Whether somebody builds it, or should. */
    boolean isOpen() {
        return state == State.RUNNING || state == State.DIFFERS;
    }

    /** Whether its documents are there and whole. */
    boolean canServe() {
        return state == State.DONE;
    }

    /** Whether its documents may be there and are not wanted. */
    boolean isLitter() {
        return !cleared && !isOpen() && !canServe();
    }

    /** Whether several nodes may build it side by side now. */
    boolean isDivided() {
        return segments != null;
    }

    Build now(State next, Instant at) {
        Copy copy = new Copy(this);
        copy.state = next;
        copy.changedAt = at;
        return copy.build();
    }

    /** Caught up to serve, whatever it holds, for a version of the projection. */
    Build wanted(int by, Instant at) {
        Copy copy = new Copy(this);
        copy.version = by;
        copy.changedAt = at;
        copy.anyway = true;
        return copy.build();
    }

    /** A node takes it, to build it or to clear it away, unless another one was faster. */
    Build claimed(Lease seen, String node) {
        return lease.equals(seen) ? with(seen.taken(node)) : this;
    }

    /** Its owner lives, and is so far. */
    Build beaten(Progress now) {
        return with(lease.beaten()).with(now);
    }

    /** Its owner lets go; others may take over at once. */
    Build released(String node, long term) {
        return lease.isOf(node, term) ? with(lease.released()) : this;
    }

    /** To be built by several nodes, in so many parts. */
    Build divided(int parts) {
        return with(Segments.of(parts));
    }

    /** Something changes in who builds which part of it, as long as it is divided. */
    Build shared(long eventsPerSecond, UnaryOperator<Segments> change) {
        if (!isOpen() || segments == null) {
            return this;
        }
        Segments after = change.apply(segments);
        return with(after).with(new Progress(after.lowest(), eventsPerSecond));
    }

    /** A node has no part in it any more; others may take over at once. */
    Build left(String node, Map<Integer, Long> reached) {
        return segments == null ? this : with(segments.at(node, reached).released(node));
    }

    /** A node goes on alone with all parts. */
    Build gathered(String node) {
        return isOpen() && isDivided() ? with((Segments) null).with(lease.taken(node)) : this;
    }

    /** Compared with the one that serves; one that differs waits for somebody to decide. */
    Build compared(Comparison found, Instant at) {
        Copy copy = new Copy(this);
        copy.comparison = found;
        if (!found.nothingDiffers()) {
            copy.state = State.DIFFERS;
            copy.changedAt = at;
        }
        return copy.build();
    }

    /** It serves. */
    Build switched(Instant at) {
        return now(State.DONE, at).with(lease.released());
    }

    /** Given up, if it is being built. */
    Build cancelled(Instant at) {
        return isOpen() ? now(State.CANCELLED, at) : this;
    }

    /** It cannot be built. */
    Build failed(String why, Instant at) {
        if (!isOpen()) {
            return this;
        }
        Copy copy = new Copy(now(State.FAILED, at));
        copy.error = why;
        return copy.build();
    }

    /** Nothing of it is left. */
    Build swept() {
        Copy copy = new Copy(this);
        copy.lease = lease.released();
        copy.segments = null;
        copy.cleared = true;
        return copy.build();
    }

    private Build with(Lease now) {
        Copy copy = new Copy(this);
        copy.lease = now;
        return copy.build();
    }

    Build with(Progress now) {
        Copy copy = new Copy(this);
        copy.progress = now;
        return copy.build();
    }

    /** Divided like this; null when one node is to build it. */
    Build with(@Nullable Segments now) {
        Copy copy = new Copy(this);
        copy.segments = now;
        return copy.build();
    }

    /** The parts of a generation that change, on their way to the next one. */
    private static final class Copy {

        private final Build before;
        private int version;
        private State state;
        private Instant changedAt;
        private boolean anyway;
        private Lease lease;
        private Progress progress;
        private @Nullable String error;
        private @Nullable Comparison comparison;
        private boolean cleared;
        private @Nullable Segments segments;

        Copy(Build before) {
            this.before = before;
            this.version = before.version;
            this.state = before.state;
            this.changedAt = before.changedAt;
            this.anyway = before.anyway;
            this.lease = before.lease;
            this.progress = before.progress;
            this.error = before.error;
            this.comparison = before.comparison;
            this.cleared = before.cleared;
            this.segments = before.segments;
        }

        Build build() {
            return new Build(
                    before.number,
                    version,
                    state,
                    before.origin,
                    changedAt,
                    anyway,
                    lease,
                    progress,
                    error,
                    comparison,
                    cleared,
                    segments);
        }
    }
}
