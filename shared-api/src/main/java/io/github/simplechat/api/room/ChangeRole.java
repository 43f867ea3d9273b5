package io.github.simplechat.api.room;

import java.time.Instant;
import java.util.UUID;

/** Give a member another role; for owners. The same role again changes nothing. */
public record ChangeRole(UUID roomId, UUID actorId, Instant at, UUID userId, Role role)
        implements RoomCommand {}
