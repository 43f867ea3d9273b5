package io.github.simplechat.api.room;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Open a room; the actor becomes its owner. Refused when the id is taken. */
public record CreateRoom(
        UUID roomId,
        UUID actorId,
        Instant at,
        String name,
        Visibility visibility,
        @Nullable String topic)
        implements RoomCommand {}
