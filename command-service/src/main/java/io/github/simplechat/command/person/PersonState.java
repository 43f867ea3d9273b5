package io.github.simplechat.command.person;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What a person's feed must remember to decide. Nothing that they wrote or are called is in it. */
sealed interface PersonState {

    /** Nobody has registered under this id. */
    record Absent() implements PersonState {}

    /** Was here and is forgotten. */
    record Erased() implements PersonState {}

    /**
     * Registered.
     *
     * @param invitations the rooms they are invited to and have not answered
     * @param read up to which message they have read each room
     */
    record Registered(Set<UUID> invitations, Map<UUID, Long> read) implements PersonState {

        Registered invitedTo(UUID roomId) {
            Set<UUID> more = new HashSet<>(invitations);
            more.add(roomId);
            return new Registered(more, read);
        }

        Registered answered(UUID roomId) {
            Set<UUID> fewer = new HashSet<>(invitations);
            fewer.remove(roomId);
            return new Registered(fewer, read);
        }

        Registered readUpTo(UUID roomId, long seq) {
            Map<UUID, Long> more = new HashMap<>(read);
            more.put(roomId, seq);
            return new Registered(invitations, more);
        }
    }
}
