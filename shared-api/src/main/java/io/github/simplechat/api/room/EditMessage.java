package io.github.simplechat.api.room;

import java.time.Instant;
import java.util.UUID;

/** Replace the text of a message; for its author. The same text again changes nothing visible. */
public record EditMessage(UUID roomId, UUID actorId, Instant at, long seq, String text)
        implements RoomCommand {}
