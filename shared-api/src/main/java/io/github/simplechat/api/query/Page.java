package io.github.simplechat.api.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of an answer.
 *
 * @param items what was asked for, in the order of the feed or of the list
 * @param page how to go on
 * @param version the version of the feed that the page shows; 0 where there is no single feed
 * @param <T> the shape of an item
 */
public record Page<T>(List<T> items, Cursors page, long version) implements Paged {

    /**
     * Where the neighbouring pages begin: a {@code seq} for messages, an opaque string for lists.
     *
     * @param next give it as {@code after} for what follows; null at the end
     * @param prev give it as {@code before} for what precedes; null at the beginning
     */
    public record Cursors(@Nullable String next, @Nullable String prev) {}
}
