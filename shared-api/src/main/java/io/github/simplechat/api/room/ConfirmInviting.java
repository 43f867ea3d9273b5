package io.github.simplechat.api.room;

import java.time.Instant;
import java.util.UUID;

/** Ask whether the actor may invite a person. Changes nothing; refused when not. */
public record ConfirmInviting(UUID roomId, UUID actorId, Instant at, UUID userId)
        implements RoomCommand {}
