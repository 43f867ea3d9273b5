package io.github.simplechat.query.platform;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a numbered list is wanted; at most one of the three places.
 *
 * @param before what precedes this number
 * @param after what follows this number
 * @param around this number in the middle
 * @param limit how many at the most
 */
public record PageRequest(
        @Nullable Long before, @Nullable Long after, @Nullable Long around, int limit) {

    /** Refuses more than one place, as {@code invalid-request}. */
    public PageRequest {
        if (Stream.<@Nullable Long>of(before, after, around).filter(Objects::nonNull).count() > 1) {
            throw new Rejection(
                    Reason.INVALID_REQUEST, "Give only one of 'before', 'after' and 'around'.");
        }
    }
}
