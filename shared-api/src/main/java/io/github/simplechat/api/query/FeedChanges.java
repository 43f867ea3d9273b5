package io.github.simplechat.api.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has happened on one feed since a client was there.
 *
 * @param items in rising version, without holes
 * @param more whether there is more after these
 * @param version what to ask after the next time; null where the caller may not read
 * @param code why the caller may not read the feed; null where they may
 */
public record FeedChanges(
        List<Change> items, boolean more, @Nullable Long version, @Nullable String code) {

    /** The answer about a feed that the caller may not read. */
    public static FeedChanges refused(String code) {
        return new FeedChanges(List.of(), false, null, code);
    }
}
