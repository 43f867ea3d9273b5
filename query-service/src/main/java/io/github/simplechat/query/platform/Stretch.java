package io.github.simplechat.query.platform;

import io.github.simplechat.api.query.Page.Cursors;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list that is numbered with holes.
 *
 * @param items in rising number
 * @param cursors how to go on
 */
public record Stretch<T>(List<T> items, Cursors cursors) {

    /** Reads the items next to a number, at most so many, in rising number. */
    @FunctionalInterface
    public interface Reading<T> {

        /** The items below a number, or above it. */
        List<T> read(long number, int limit);
    }

    /**
     * The page that a request means; without a place, the one that ends with the newest.
     *
     * @param before reads downwards
     * @param after reads upwards
     * @param number where an item stands
     */
    public static <T> Stretch<T> of(
            PageRequest request, Reading<T> before, Reading<T> after, ToLongFunction<T> number) {
        int limit = request.limit();
        if (request.after() != null) {
            List<T> found = after.read(request.after(), limit + 1);
            List<T> items = found.subList(0, Math.min(limit, found.size()));
            boolean older = !items.isEmpty() && !before.read(first(items, number), 1).isEmpty();
            return of(items, older, found.size() > limit, number);
        }
        long below = request.before() == null ? Long.MAX_VALUE : request.before();
        List<T> found = before.read(below, limit + 1);
        List<T> items = found.subList(Math.max(0, found.size() - limit), found.size());
        boolean newer =
                request.before() != null
                        && !items.isEmpty()
                        && !after.read(last(items, number), 1).isEmpty();
        return of(items, found.size() > limit, newer, number);
    }

    private static <T> Stretch<T> of(
            List<T> items, boolean older, boolean newer, ToLongFunction<T> number) {
        @Nullable String next = newer ? Long.toString(last(items, number)) : null;
        @Nullable String prev = older ? Long.toString(first(items, number)) : null;
        return new Stretch<>(List.copyOf(items), new Cursors(next, prev));
    }

    private static <T> long first(List<T> items, ToLongFunction<T> number) {
        return number.applyAsLong(items.getFirst());
    }

    private static <T> long last(List<T> items, ToLongFunction<T> number) {
        return number.applyAsLong(items.getLast());
    }
}
