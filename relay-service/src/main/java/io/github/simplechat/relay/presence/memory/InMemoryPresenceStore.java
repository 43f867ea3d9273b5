package io.github.simplechat.relay.presence.memory;

import io.github.simplechat.relay.presence.PresenceStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Presence in this process. Thread-safe. */
public final class InMemoryPresenceStore implements PresenceStore {

    private final Map<UUID, Instant> until = new ConcurrentHashMap<>();
    private final InstantSource clock;

    /** Nobody is here. */
    public InMemoryPresenceStore(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void here(Collection<UUID> people, Duration holds) {
        Instant end = clock.instant().plus(holds);
        people.forEach(person -> until.put(person, end));
    }

    @Override
    public Set<UUID> whoIsHere(Collection<UUID> people) {
        Instant now = clock.instant();
        return people.stream()
                .filter(person -> until.getOrDefault(person, Instant.MIN).isAfter(now))
                .collect(Collectors.toSet());
    }
}
