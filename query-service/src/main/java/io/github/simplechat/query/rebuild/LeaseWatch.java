package io.github.simplechat.query.rebuild;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Sees which owners of leases have not beaten for too long, by this node's clock alone. */
final class LeaseWatch {

    private record Seen(Lease lease, long since) {}

    private final Map<Integer, Seen> seen = new HashMap<>();
    private final long length;

    LeaseWatch(Duration length) {
        this.length = length.toNanos();
    }

    /**
     * Whether a generation is nobody's, as far as this node has seen; one that nobody wants only
     * when nobody writes its parts any more.
     */
    boolean isFree(Build build, long now) {
        return isFree(build.number(), build.lease(), now) && (build.isOpen() || isLeft(build, now));
    }

    /** The last owners of its parts may have died. */
    private boolean isLeft(Build build, long now) {
        Segments segments = build.segments();
        if (segments == null || segments.holders().isEmpty()) {
            return true;
        }
        Lease all = new Lease("all", segments.all().hashCode(), 0);
        return isFree(-build.number(), all, now);
    }

    /** Whether what has a number is nobody's. */
    boolean isFree(int number, Lease lease, long now) {
        if (lease.owner() == null) {
            return true;
        }
        Seen before = seen.get(number);
        if (before == null || !before.lease().equals(lease)) {
            seen.put(number, new Seen(lease, now));
            return false;
        }
        return now - before.since() >= length;
    }
}
