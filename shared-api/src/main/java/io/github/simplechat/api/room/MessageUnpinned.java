package io.github.simplechat.api.room;

import io.github.simplechat.api.event.Revision;
import java.time.Instant;
import java.util.UUID;

/** A pinned message is pinned no more. */
@Revision("1")
public record MessageUnpinned(UUID roomId, UUID actorId, Instant at, long seq)
        implements PinEvent {}
