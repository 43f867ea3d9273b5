package io.github.simplechat.api.room;

import java.time.Instant;
import java.util.UUID;

/** Stop being a member. Repeating it changes nothing. */
public record LeaveRoom(UUID roomId, UUID actorId, Instant at) implements RoomCommand {}
