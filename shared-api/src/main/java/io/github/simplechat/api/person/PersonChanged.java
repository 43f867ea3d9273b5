package io.github.simplechat.api.person;

import io.github.simplechat.api.event.Personal;
import io.github.simplechat.api.event.Revision;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's profile is this from now on.
 *
 * @param displayName null once the person was erased
 */
@Revision("1")
public record PersonChanged(
        UUID userId, UUID actorId, Instant at, @Personal @Nullable String displayName)
        implements PersonEvent {

    @Override
    public String subject() {
        return PROFILE;
    }
}
