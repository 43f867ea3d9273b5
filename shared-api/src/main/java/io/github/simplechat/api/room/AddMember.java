package io.github.simplechat.api.room;

import java.time.Instant;
import java.util.UUID;

/**
 * Make another person a member; for moderators. Repeating it changes nothing.
 *
 * @param maxMembers how many members a room may have
 */
public record AddMember(UUID roomId, UUID actorId, Instant at, UUID userId, int maxMembers)
        implements RoomCommand {}
