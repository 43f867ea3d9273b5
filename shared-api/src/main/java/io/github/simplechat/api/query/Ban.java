package io.github.simplechat.api.query;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who may not come into a room.
 *
 * @param displayName the person's name, as in {@link Member}
 * @param bannedBy who banned them
 * @param at when
 * @param until until when; null for good
 */
public record Ban(
        UUID userId,
        @Nullable String displayName,
        UUID bannedBy,
        Instant at,
        @Nullable Instant until) {}
