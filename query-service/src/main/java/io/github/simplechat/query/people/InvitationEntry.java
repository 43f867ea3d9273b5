package io.github.simplechat.query.people;

import java.time.Instant;
import java.util.UUID;

/**
 * An invitation of a person into a room. Fed by the person.
 *
 * @param invitedBy who asked for it, at the last time
 * @param at when
 * @param open whether it is still to be answered
 */
public record InvitationEntry(
        UUID userId, UUID roomId, long version, UUID invitedBy, Instant at, boolean open) {

    /** Who, and where. */
    public InvitationKey key() {
        return new InvitationKey(userId, roomId);
    }
}
