package io.github.simplechat.relay.gateway;

import io.github.simplechat.api.relay.RelayMessage;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is in a room, as far as its feed has come on this node: begun with what the event store says
 * and carried on by the feed's own messages. What it was begun with may be ahead of the feed, so an
 * older message changes nothing. Guarded by {@link KnownMembers}.
 */
final class RoomMembers {

    static final String PERSON_IN = "room.person.in";
    static final String PERSON_OUT = "room.person.out";

    private final Map<UUID, Long> since;

    RoomMembers(Map<UUID, Long> since) {
        this.since = new HashMap<>(since);
    }

    /** Whether a message is about who is in. */
    static boolean areChangedBy(RelayMessage message) {
        return message.msgType().equals(PERSON_IN) || message.msgType().equals(PERSON_OUT);
    }

    /** The version of the event that made somebody a member; null when they are none. */
    @Nullable Long since(UUID userId) {
        return since.get(userId);
    }

    void heard(RelayMessage message) {
        UUID userId = message.subjectId();
        Long version = message.version();
        if (userId == null || version == null || !areChangedBy(message)) {
            return;
        }
        if (message.msgType().equals(PERSON_IN)) {
            since.merge(userId, version, Math::max);
        } else {
            since.computeIfPresent(userId, (person, known) -> known > version ? known : null);
        }
    }
}
