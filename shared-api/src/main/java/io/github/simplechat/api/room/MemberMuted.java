package io.github.simplechat.api.room;

import io.github.simplechat.api.event.Revision;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member may not write for a while, or may write again.
 *
 * @param mutedUntil until when; null when they may write again
 */
@Revision("1")
public record MemberMuted(
        UUID roomId, UUID actorId, Instant at, UUID userId, @Nullable Instant mutedUntil)
        implements MemberEvent {}
