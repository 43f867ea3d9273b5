package io.github.simplechat.api.room;

import java.time.Instant;
import java.util.UUID;

/**
 * Open the one room of the actor and another person. Repeating it changes nothing.
 *
 * @param roomId always the same for the two, whoever asks
 */
public record OpenDirectRoom(UUID roomId, UUID actorId, Instant at, UUID userId)
        implements RoomCommand {}
