package io.github.simplechat.relay.gateway;

import io.github.simplechat.api.relay.RelayMessage;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The members of a room, as far as its feed knows them: they are read from the store when they are
 * asked for, carried on by what the feed delivers, and forgotten when nobody asks any more.
 * Thread-safe; nothing is read while its lock is held.
 */
final class KnownMembers {

    private @Nullable RoomMembers members;
    private boolean asked;
    private int comings;

    /**
     * Reads them unless they are known. Somebody who came or went meanwhile makes what was read
     * useless.
     *
     * @param store the members, by the number of comings and goings before they are read
     */
    void learn(IntFunction<Map<UUID, Long>> store) {
        int before;
        synchronized (this) {
            if (members != null) {
                return;
            }
            before = comings;
        }
        Map<UUID, Long> read = store.apply(before);
        synchronized (this) {
            if (members == null && comings == before) {
                members = new RoomMembers(read);
            }
        }
    }

    /** The feed has delivered a message. */
    void heard(RelayMessage message) {
        if (RoomMembers.areChangedBy(message)) {
            synchronized (this) {
                comings++;
                if (members != null) {
                    members.heard(message);
                }
            }
        }
    }

    /** The version that made somebody a member; null when they are not known as one. */
    synchronized @Nullable Long since(UUID userId) {
        asked = true;
        return members == null ? null : members.since(userId);
    }

    /** Which of these people are members; null when that is not known. */
    synchronized @Nullable Set<UUID> among(Set<UUID> people) {
        asked = true;
        RoomMembers known = members;
        return known == null
                ? null
                : people.stream()
                        .filter(person -> known.since(person) != null)
                        .collect(Collectors.toSet());
    }

    /** Forgets them when nobody has asked since the last time. */
    synchronized void forget() {
        if (!asked) {
            members = null;
        }
        asked = false;
    }
}
