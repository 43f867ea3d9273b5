package io.github.simplechat.query.platform;

import io.github.simplechat.api.query.Page.Cursors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The numbers on one page of a list that is numbered without holes. Arithmetic only: which
 * documents a page needs is known before the store is asked.
 *
 * @param from the lowest number on the page
 * @param to the highest; lower than {@code from} on an empty page
 * @param first the lowest number of the list
 * @param last the highest; lower than {@code first} in an empty list
 */
public record Window(long from, long to, long first, long last) {

    /** The page that a request means; without a place, the one that ends with the newest. */
    public static Window of(PageRequest request, long first, long last) {
        int limit = request.limit();
        if (request.after() != null) {
            long from = Math.max(first, Math.min(request.after(), last) + 1);
            return new Window(from, Math.min(last, from + limit - 1), first, last);
        }
        if (request.around() != null) {
            long middle = Math.clamp(request.around(), first, Math.max(first, last));
            return upTo(Math.max(middle - (limit - 1) / 2, first) + limit - 1, limit, first, last);
        }
        long end = request.before() == null ? last : Math.min(request.before() - 1, last);
        return upTo(end, limit, first, last);
    }

    private static Window upTo(long end, int limit, long first, long last) {
        long to = Math.min(end, last);
        return new Window(Math.max(first, to - limit + 1), to, first, last);
    }

    /** The numbers on the page, rising. */
    public LongStream numbers() {
        return LongStream.rangeClosed(from, to);
    }

    /** How to go on from this page. */
    public Cursors cursors() {
        return new Cursors(
                number(to, to >= first && to < last), number(from, from > first && last >= first));
    }

    private static @Nullable String number(long value, boolean there) {
        return there ? Long.toString(value) : null;
    }
}
