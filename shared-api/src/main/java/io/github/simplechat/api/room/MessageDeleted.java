package io.github.simplechat.api.room;

import io.github.simplechat.api.event.Revision;
import java.time.Instant;
import java.util.UUID;

/** A message became a tombstone: its number stays, its text goes. */
@Revision("1")
public record MessageDeleted(UUID roomId, UUID actorId, Instant at, long seq)
        implements MessageEvent {}
