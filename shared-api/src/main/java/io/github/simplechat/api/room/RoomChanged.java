package io.github.simplechat.api.room;

import io.github.simplechat.api.event.Revision;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A room's settings are these from now on; all of them are named, changed or not.
 *
 * @param topic null when the room has none
 * @param slowModeSeconds how long a member waits between two messages; 0 not at all
 */
@Revision("1")
public record RoomChanged(
        UUID roomId,
        UUID actorId,
        Instant at,
        String name,
        Visibility visibility,
        @Nullable String topic,
        int slowModeSeconds)
        implements RoomEvent {}
