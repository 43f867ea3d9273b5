package io.github.simplechat.api.room;

import java.time.Instant;
import java.util.UUID;

/** Take another person out of the room; for moderators. Repeating it changes nothing. */
public record RemoveMember(UUID roomId, UUID actorId, Instant at, UUID userId)
        implements RoomCommand {}
