package io.github.simplechat.query.rebuild;

import io.github.simplechat.api.query.RebuildStatus;
import io.github.simplechat.api.query.RebuildStatus.BuildingNode;
import io.github.simplechat.query.rebuild.Build.Progress;
import java.util.List;
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
                build.canServe() ? 1 : Math.min(1, (double) mean(build) / Math.max(head, 1)),
                progress.position(),
                progress.eventsPerSecond(),
                secondsLeft(build, head),
                build.origin().by(),
                build.origin().at(),
                build.error(),
                found == null ? null : found.digest(),
                found == null ? null : found.oldDigest(),
                found == null ? null : found.nothingDiffers(),
                nodes(build));
    }

    private static long mean(Build build) {
        Segments segments = build.segments();
        return segments == null ? build.progress().position() : segments.mean();
    }

    private static List<BuildingNode> nodes(Build build) {
        Segments segments = build.segments();
        if (!build.isOpen()) {
            return List.of();
        }
        if (segments == null) {
            String owner = build.lease().owner();
            return owner == null ? List.of() : List.of(new BuildingNode(owner, 1, 1));
        }
        int count = segments.all().size();
        return segments.holders().entrySet().stream()
                .map(one -> new BuildingNode(one.getKey(), one.getValue(), count))
                .toList();
    }

    private static @Nullable Long secondsLeft(Build build, long head) {
        Progress progress = build.progress();
        if (!build.isOpen() || progress.eventsPerSecond() == 0) {
            return null;
        }
        return Math.max(0, (head - progress.position()) / progress.eventsPerSecond());
    }
}
