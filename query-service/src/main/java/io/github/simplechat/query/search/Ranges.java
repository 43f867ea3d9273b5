package io.github.simplechat.query.search;

import io.github.simplechat.api.query.TextRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Pieces of a text, put in order. */
public final class Ranges {

    private Ranges() {}

    /** The same pieces in rising order, those that overlap joined. */
    public static List<TextRange> joined(Collection<TextRange> ranges) {
        List<TextRange> joined = new ArrayList<>();
        for (TextRange next :
                ranges.stream().sorted(Comparator.comparingInt(TextRange::start)).toList()) {
            if (!joined.isEmpty() && joined.getLast().end() > next.start()) {
                TextRange last = joined.removeLast();
                joined.add(new TextRange(last.start(), Math.max(last.end(), next.end())));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }
}
