package io.github.simplechat.query.platform.web;

import io.github.simplechat.api.query.Page;
import io.github.simplechat.api.query.Page.Cursors;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Pages of lists that only go forward. */
public final class Lists {

    private Lists() {}

    /**
     * A page of a list.
     *
     * @param found what was found when one more than {@code limit} was asked for
     * @param place where an item stands in the list
     * @param shape how it is shown
     * @param version the version of the feed that the page shows, 0 where there is no single one
     */
    public static <E, T> Page<T> page(
            List<E> found,
            int limit,
            Function<E, String> place,
            Function<List<E>, List<T>> shape,
            long version) {
        boolean more = found.size() > limit;
        List<E> shown = more ? found.subList(0, limit) : found;
        @Nullable String next = more ? Cursor.of(place.apply(shown.getLast())) : null;
        return new Page<>(shape.apply(shown), new Cursors(next, null), version);
    }
}
