package io.github.simplechat.query.rebuild.mongo;

import io.github.simplechat.query.rebuild.Build;
import io.github.simplechat.query.rebuild.Lineage;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A lineage as it is stored; {@code id} is the projection's name.
 *
 * @param serving the generation that serves version 1; all that releases before lineages wrote
 * @param lines which generation serves which version
 */
record LineageDocument(
        String id,
        @Nullable Long revision,
        @Nullable Integer serving,
        @Nullable List<Line> lines,
        @Nullable List<Build> builds) {

    private static final int FIRST_VERSION = 1;

    /** Which generation serves a version. */
    record Line(int version, int generation) {}

    static LineageDocument of(Lineage lineage) {
        return new LineageDocument(
                lineage.projection(),
                lineage.revision(),
                lineage.serving().get(FIRST_VERSION),
                lineage.serving().entrySet().stream()
                        .map(line -> new Line(line.getKey(), line.getValue()))
                        .toList(),
                lineage.builds());
    }

    Lineage lineage() {
        if (revision == null || lines == null || builds == null) {
            return serving == null ? Lineage.unknown(id) : Lineage.left(id, serving);
        }
        TreeMap<Integer, Integer> serves = new TreeMap<>();
        lines.forEach(line -> serves.put(line.version(), line.generation()));
        return new Lineage(id, revision, serves, builds);
    }
}
