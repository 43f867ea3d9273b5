package io.github.simplechat.api.room;

import io.github.simplechat.api.event.Revision;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person may not come in. Who was a member has gone by the {@link MemberLeft} before it.
 *
 * @param until until when; null for good
 */
@Revision("1")
public record MemberBanned(
        UUID roomId, UUID actorId, Instant at, UUID userId, @Nullable Instant until)
        implements MemberEvent {}
