package io.github.simplechat.api.person;

import io.github.simplechat.api.event.Revision;
import java.time.Instant;
import java.util.UUID;

/**
 * A person is forgotten: their key is gone, so what they wrote can be read by nobody. The last
 * event that anybody writes in their name.
 */
@Revision("1")
public record PersonErased(UUID userId, UUID actorId, Instant at) implements PersonEvent {

    /** What was kept of them is removed. */
    @Override
    public boolean hasConsequences() {
        return true;
    }
}
