package io.github.simplechat.query.people;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person. Fed by the person. Somebody who was erased stays as an id without names, so that no old
 * event brings them back.
 */
public record PersonEntry(
        UUID userId, long version, @Nullable String username, @Nullable String displayName) {

    /** Whether they were forgotten. */
    public boolean isErased() {
        return username == null;
    }
}
