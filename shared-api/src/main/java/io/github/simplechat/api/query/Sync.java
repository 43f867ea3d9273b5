package io.github.simplechat.api.query;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What has happened on the feeds that a client follows, each after the version that it named. At
 * most 200 changes of a feed and 1,000 in all: where {@code more} is true, ask again.
 *
 * @param rooms by room
 * @param person the caller's own feed; null when it was not asked for
 * @param all the feed for everyone; null when it was not asked for
 */
public record Sync(
        Map<UUID, FeedChanges> rooms, @Nullable FeedChanges person, @Nullable FeedChanges all) {}
