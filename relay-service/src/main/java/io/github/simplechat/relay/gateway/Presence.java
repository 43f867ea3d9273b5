package io.github.simplechat.relay.gateway;

import io.github.simplechat.relay.presence.PresenceStore;
import io.github.simplechat.relay.presence.PresenceUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is here: says it of this node's people and tells this node's clients what they asked. A
 * client has one question at a time. The store is asked once in a round for all of them, whatever
 * they asked, and while it is away nobody is told anything. Thread-safe; rounds come from one
 * thread.
 */
final class Presence {

    private static final Logger log = LoggerFactory.getLogger(Presence.class);
    private static final int SAID_WITHIN_A_TERM = 3;

    private final Map<Client, Watch> watches = new ConcurrentHashMap<>();
    private final PresenceStore store;
    private final Duration holds;
    private final InstantSource clock;
    private Set<UUID> said = Set.of();
    private Instant sayAllAt = Instant.MIN;
    private boolean isAway;

    Presence(PresenceStore store, Duration holds, InstantSource clock) {
        this.store = store;
        this.holds = holds;
        this.clock = clock;
    }

    /** A client asks, and no longer what it asked before; about nobody ends it. */
    void watch(Client client, Watch watch) {
        if (watch.people().isEmpty()) {
            watches.remove(client);
        } else {
            watches.put(client, watch);
        }
    }

    int watches() {
        return watches.size();
    }

    /** Says who is on this node, then tells who is on any. */
    void round(Set<UUID> people) {
        watches.values().removeIf(Watch::hasEnded);
        try {
            say(people);
            tell();
            isAway = false;
        } catch (PresenceUnavailable e) {
            if (!isAway) {
                log.warn("Nobody is told who is here, will try again: {}", e.getMessage());
            }
            isAway = true;
        }
    }

    /** Those who came, and from time to time all of them, long before their time is over. */
    private void say(Set<UUID> people) {
        Instant now = clock.instant();
        if (!now.isBefore(sayAllAt)) {
            store.here(people, holds);
            sayAllAt = now.plus(holds.dividedBy(SAID_WITHIN_A_TERM));
        } else {
            Set<UUID> came = new HashSet<>(people);
            came.removeAll(said);
            if (!came.isEmpty()) {
                store.here(came, holds);
            }
        }
        said = people;
    }

    private void tell() {
        Set<UUID> asked =
                watches.values().stream()
                        .flatMap(watch -> watch.people().stream())
                        .collect(Collectors.toSet());
        if (asked.isEmpty()) {
            return;
        }
        Set<UUID> here = store.whoIsHere(asked);
        watches.values().forEach(watch -> tell(watch, here));
    }

    private static void tell(Watch watch, Set<UUID> here) {
        try {
            watch.tell(here);
        } catch (RuntimeException e) {
            log.warn("Could not read who may be asked about, will try again", e);
        }
    }
}
