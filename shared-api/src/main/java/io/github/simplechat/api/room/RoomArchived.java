package io.github.simplechat.api.room;

import io.github.simplechat.api.event.Revision;
import java.time.Instant;
import java.util.UUID;

/** A room was closed for writing, for good. It can still be read and left. */
@Revision("1")
public record RoomArchived(UUID roomId, UUID actorId, Instant at) implements RoomEvent {}
