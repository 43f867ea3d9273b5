package io.github.simplechat.api.room;

import java.time.Instant;
import java.util.UUID;

/** Let a banned person come in again; for moderators. Repeating it changes nothing. */
public record LiftBan(UUID roomId, UUID actorId, Instant at, UUID userId) implements RoomCommand {}
