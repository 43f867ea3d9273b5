package io.github.simplechat.query.search;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question to the index.
 *
 * @param text the words
 * @param rooms in which rooms; a message in no other is found
 * @param authorId whose messages; null for everybody's
 * @param before sent before this moment; null for any
 * @param after sent at this moment or later; null for any
 * @param order what comes first
 * @param from what follows this place; null to begin with the first
 * @param limit how many at the most
 */
public record SearchQuery(
        SearchText text,
        Set<UUID> rooms,
        @Nullable UUID authorId,
        @Nullable Instant before,
        @Nullable Instant after,
        SearchOrder order,
        @Nullable SearchPlace from,
        int limit) {}
