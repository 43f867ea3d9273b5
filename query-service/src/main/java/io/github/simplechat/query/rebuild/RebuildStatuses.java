package io.github.simplechat.query.rebuild;

import io.github.simplechat.api.query.RebuildStatus;
import io.github.simplechat.query.rebuild.Build.Progress;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is shown of a generation. Pure. */
final class RebuildStatuses {

    private RebuildStatuses() {}

    static RebuildStatus of(String projection, Build build, long head) {
        Progress progress = build.progress();
        Comparison found = build.comparison();
        return new RebuildStatus(
                Integer.toString(build.number()),
                projection,
                build.number(),
                build.version(),
                build.state().name().toLowerCase(Locale.ROOT),
                build.canServe()
                        ? 1
                        : Math.min(1, (double) progress.position() / Math.max(head, 1)),
                progress.position(),
                progress.eventsPerSecond(),
                secondsLeft(build, head),
                build.origin().by(),
                build.origin().at(),
                build.error(),
                found == null ? null : found.digest(),
                found == null ? null : found.oldDigest(),
                found == null ? null : found.nothingDiffers());
    }

    private static @Nullable Long secondsLeft(Build build, long head) {
        Progress progress = build.progress();
        if (!build.isOpen() || progress.eventsPerSecond() == 0) {
            return null;
        }
        return Math.max(0, (head - progress.position()) / progress.eventsPerSecond());
    }
}
