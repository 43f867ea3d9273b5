package io.github.simplechat.query.rebuild;

import java.time.Instant;
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
 * @param lease who builds it
 * @param progress how far it was at the last beat
 * @param error why it failed, without anything personal
 * @param comparison what it was like beside the one that served, when they were compared
 * @param cleared whether nothing of it is left but this
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
        boolean cleared) {

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
                false);
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

    Build now(State next, Instant at) {
        return new Build(
                number,
                version,
                next,
                origin,
                at,
                anyway,
                lease,
                progress,
                error,
                comparison,
                cleared);
    }

    /** Caught up to serve, whatever it holds, for a version of the projection. */
    Build wanted(int by, Instant at) {
        return new Build(
                number, by, state, origin, at, true, lease, progress, error, comparison, cleared);
    }

    Build with(Lease now) {
        return new Build(
                number,
                version,
                state,
                origin,
                changedAt,
                anyway,
                now,
                progress,
                error,
                comparison,
                cleared);
    }

    Build with(Progress now) {
        return new Build(
                number,
                version,
                state,
                origin,
                changedAt,
                anyway,
                lease,
                now,
                error,
                comparison,
                cleared);
    }

    Build compared(Comparison found, Instant at) {
        return new Build(
                number,
                version,
                found.nothingDiffers() ? state : State.DIFFERS,
                origin,
                found.nothingDiffers() ? changedAt : at,
                anyway,
                lease,
                progress,
                error,
                found,
                cleared);
    }

    Build failed(String why, Instant at) {
        return new Build(
                number,
                version,
                State.FAILED,
                origin,
                at,
                anyway,
                lease,
                progress,
                why,
                comparison,
                cleared);
    }

    Build swept() {
        return new Build(
                number,
                version,
                state,
                origin,
                changedAt,
                anyway,
                lease.released(),
                progress,
                error,
                comparison,
                true);
    }
}
