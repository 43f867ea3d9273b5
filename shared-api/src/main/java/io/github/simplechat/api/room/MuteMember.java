package io.github.simplechat.api.room;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keep a member from writing and reacting for a while, also when they leave and come back; for
 * moderators.
 *
 * @param mutedUntil until when; null, or a time that has passed, to let them write again
 */
public record MuteMember(
        UUID roomId, UUID actorId, Instant at, UUID userId, @Nullable Instant mutedUntil)
        implements RoomCommand {}
