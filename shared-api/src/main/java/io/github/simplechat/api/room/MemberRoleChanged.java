package io.github.simplechat.api.room;

import io.github.simplechat.api.event.Revision;
import java.time.Instant;
import java.util.UUID;

/** A member's role is another one from now on. */
@Revision("1")
public record MemberRoleChanged(UUID roomId, UUID actorId, Instant at, UUID userId, Role role)
        implements MemberEvent {}
