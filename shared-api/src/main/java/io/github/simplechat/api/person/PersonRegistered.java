package io.github.simplechat.api.person;

import io.github.simplechat.api.event.Personal;
import io.github.simplechat.api.event.Revision;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person joined the service. Opens their feed.
 *
 * @param username null once the person was erased
 * @param displayName null once the person was erased
 */
@Revision("1")
public record PersonRegistered(
        UUID userId,
        UUID actorId,
        Instant at,
        @Personal @Nullable String username,
        @Personal @Nullable String displayName)
        implements PersonEvent {

    @Override
    public String subject() {
        return PROFILE;
    }
}
