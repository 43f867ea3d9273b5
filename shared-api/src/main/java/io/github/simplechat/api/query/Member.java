package io.github.simplechat.api.query;

import io.github.simplechat.api.room.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member of a room.
 *
 * @param displayName the person's name; null while the people projection has not seen them yet, and
 *     once they were erased
 * @param mutedUntil until when they may not write, as it was last said; may lie in the past
 */
public record Member(
        UUID userId,
        @Nullable String displayName,
        Role role,
        Instant joinedAt,
        @Nullable Instant mutedUntil) {}
