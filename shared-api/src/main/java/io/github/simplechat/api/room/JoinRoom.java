package io.github.simplechat.api.room;

import java.time.Instant;
import java.util.UUID;

/**
 * Become a member. Repeating it changes nothing.
 *
 * @param invited whether the actor holds an open invitation, which a private room asks for
 * @param maxMembers how many members a room may have
 */
public record JoinRoom(UUID roomId, UUID actorId, Instant at, boolean invited, int maxMembers)
        implements RoomCommand {}
