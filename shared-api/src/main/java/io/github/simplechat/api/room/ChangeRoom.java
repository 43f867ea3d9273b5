package io.github.simplechat.api.room;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Change a room's settings; for moderators, its visibility for owners. What is null stays as it is.
 *
 * @param topic empty to have none
 * @param slowModeSeconds how long a member waits between two messages, 0 not at all
 * @param ifVersion refused with {@code version-conflict} when the room's version is another one
 */
public record ChangeRoom(
        UUID roomId,
        UUID actorId,
        Instant at,
        @Nullable String name,
        @Nullable Visibility visibility,
        @Nullable String topic,
        @Nullable Integer slowModeSeconds,
        @Nullable Long ifVersion)
        implements RoomCommand {}
