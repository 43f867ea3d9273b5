package io.github.simplechat.query.rooms;

import java.util.SortedSet;
import java.util.UUID;

/**
 * How far a person says that they have read, and where they were mentioned after that. Fed by the
 * person.
 *
 * @param version the person's version at the last change
 * @param seq up to and including this message
 * @param mentions the messages after it that mention them, the latest {@link #MOST_MENTIONS}
 */
public record ReadMarker(
        UUID roomId, UUID userId, long version, long seq, SortedSet<Long> mentions) {

    /** How many mentions are kept of somebody who never reads. */
    public static final int MOST_MENTIONS = 1_000;

    /** Who, and where. */
    public MemberKey key() {
        return new MemberKey(roomId, userId);
    }
}
