package io.github.simplechat.api.room;

import io.github.simplechat.api.event.Revision;
import java.time.Instant;
import java.util.UUID;

/**
 * The one room of two people was opened. Both become members by the {@link MemberJoined} events
 * that follow.
 *
 * @param userId the other person; the actor is the one who asked first
 */
@Revision("1")
public record DirectRoomCreated(UUID roomId, UUID actorId, Instant at, UUID userId)
        implements RoomEvent {}
