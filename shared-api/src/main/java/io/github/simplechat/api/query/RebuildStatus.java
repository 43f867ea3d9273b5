package io.github.simplechat.api.query;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild of a projection, or its catching up to serve again, and how far it is.
 *
 * @param id the rebuild, unique within its projection
 * @param projection what is rebuilt
 * @param generation the copy that is being built
 * @param version the version of the projection that it is built for
 * @param state {@code running}, {@code differs} (ready, and waits for somebody to switch to it or
 *     cancel it), {@code done} (it serves or served, and could serve again), {@code cancelled},
 *     {@code failed}, or {@code dropped}, which is done and gone
 * @param progress from 0 to 1
 * @param position the place up to which it had taken in everything when it was last built
 * @param eventsPerSecond how fast it goes
 * @param etaSeconds how long it will still take, null while that is unknown
 * @param startedBy the person who wanted it, or {@code release} for one that a new version began
 * @param startedAt when it was wanted
 * @param error why it failed, null when it did not
 * @param digest of its documents when it was ready; null when it was not compared
 * @param oldDigest of the documents of the copy that served then
 * @param equal whether both say the same
 * @param nodes who builds it, while it is built
 */
public record RebuildStatus(
        String id,
        String projection,
        int generation,
        int version,
        String state,
        double progress,
        long position,
        long eventsPerSecond,
        @Nullable Long etaSeconds,
        String startedBy,
        Instant startedAt,
        @Nullable String error,
        @Nullable String digest,
        @Nullable String oldDigest,
        @Nullable Boolean equal,
        List<BuildingNode> nodes) {

    /** A copy that nobody changes. */
    public RebuildStatus {
        nodes = List.copyOf(nodes);
    }

    /**
     * A node that builds.
     *
     * @param node its name, new with each of its starts
     * @param segments how many parts it builds
     * @param of how many parts there are
     */
    public record BuildingNode(String node, int segments, int of) {}
}
