package io.github.simplechat.api.room;

import io.github.simplechat.api.event.Revision;
import java.time.Instant;
import java.util.UUID;

/** A message's text was replaced by its author. */
@Revision("1")
public record MessageEdited(UUID roomId, UUID actorId, Instant at, long seq, String text)
        implements MessageEvent {}
