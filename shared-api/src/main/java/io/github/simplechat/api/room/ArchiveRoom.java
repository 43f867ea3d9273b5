package io.github.simplechat.api.room;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Close a room for writing, for good; for owners. Repeating it changes nothing.
 *
 * @param ifVersion refused with {@code version-conflict} when the room's version is another one
 */
public record ArchiveRoom(UUID roomId, UUID actorId, Instant at, @Nullable Long ifVersion)
        implements RoomCommand {}
