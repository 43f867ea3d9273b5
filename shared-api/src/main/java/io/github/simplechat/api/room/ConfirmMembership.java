package io.github.simplechat.api.room;

import java.time.Instant;
import java.util.UUID;

/** Ask whether the actor is a member, and for the room's last {@code seq}. Changes nothing. */
public record ConfirmMembership(UUID roomId, UUID actorId, Instant at) implements RoomCommand {}
