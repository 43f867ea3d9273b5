package io.github.simplechat.api.room;

import io.github.simplechat.api.event.Revision;
import java.time.Instant;
import java.util.UUID;

/**
 * A person became a member.
 *
 * @param seq the room's last message when they came: what was sent before counts as read
 */
@Revision("1")
public record MemberJoined(UUID roomId, UUID actorId, Instant at, UUID userId, Role role, long seq)
        implements MembershipEvent {}
