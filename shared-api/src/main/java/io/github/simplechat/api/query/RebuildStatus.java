package io.github.simplechat.api.query;

import org.jspecify.annotations.Nullable;

/**
 * A rebuild of a projection and how far it is.
 *
 * @param id the rebuild, unique within its projection
 * @param projection what is rebuilt
 * @param generation the copy that is being built
 * @param state {@code running}, {@code done}, {@code cancelled} or {@code failed}
 * @param progress from 0 to 1
 * @param eventsPerSecond how fast it goes
 * @param etaSeconds how long it will still take, null while that is unknown
 */
public record RebuildStatus(
        String id,
        String projection,
        int generation,
        String state,
        double progress,
        long eventsPerSecond,
        @Nullable Long etaSeconds) {}
