package io.github.simplechat.api.room;

import java.time.Instant;
import java.util.UUID;

/**
 * Take the actor out of a room of any kind, because they are being erased. When they are its only
 * owner, the moderator who has been in it longest becomes one, or else the member. Repeating it
 * changes nothing.
 */
public record ForgetMember(UUID roomId, UUID actorId, Instant at) implements RoomCommand {}
