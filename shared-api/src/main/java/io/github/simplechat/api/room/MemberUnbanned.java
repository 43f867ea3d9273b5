package io.github.simplechat.api.room;

import io.github.simplechat.api.event.Revision;
import java.time.Instant;
import java.util.UUID;

/** A ban was lifted. */
@Revision("1")
public record MemberUnbanned(UUID roomId, UUID actorId, Instant at, UUID userId)
        implements MemberEvent {}
