package io.github.simplechat.relay.presence;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Who is connected to any node. What is said holds for a time and then ends by itself, so that
 * nobody stays here whose node has died. May forget everything; whoever is here is said again.
 * Thread-safe.
 */
public interface PresenceStore {

    /**
     * Says that people are here.
     *
     * @param holds for how long, from now on
     * @throws PresenceUnavailable when it is not sure that it was heard
     */
    void here(Collection<UUID> people, Duration holds);

    /**
     * Who of these people is here.
     *
     * @throws PresenceUnavailable when that is not known
     */
    Set<UUID> whoIsHere(Collection<UUID> people);
}
