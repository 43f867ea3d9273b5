package io.github.simplechat.api.room;

import io.github.simplechat.api.event.Revision;
import java.time.Instant;
import java.util.UUID;

/** A message was pinned. */
@Revision("1")
public record MessagePinned(UUID roomId, UUID actorId, Instant at, long seq) implements PinEvent {}
