package io.github.simplechat.api.room;

import io.github.simplechat.api.event.Revision;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A room was opened. Its creator becomes owner and member by the {@link MemberJoined} that follows.
 */
@Revision("1")
public record RoomCreated(
        UUID roomId,
        UUID actorId,
        Instant at,
        String name,
        Visibility visibility,
        @Nullable String topic)
        implements RoomEvent {}
