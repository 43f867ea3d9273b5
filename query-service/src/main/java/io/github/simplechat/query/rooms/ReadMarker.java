package io.github.simplechat.query.rooms;

import java.util.UUID;

/**
 * How far a person says that they have read. Fed by the person.
 *
 * @param version the person's version at the last change
 * @param seq up to and including this message
 */
public record ReadMarker(UUID roomId, UUID userId, long version, long seq) {

    /** Who, and where. */
    public MemberKey key() {
        return new MemberKey(roomId, userId);
    }
}
