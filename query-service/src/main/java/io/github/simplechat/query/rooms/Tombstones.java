package io.github.simplechat.query.rooms;

import java.util.SortedSet;
import java.util.UUID;

/**
 * Which of a thousand consecutive messages are deleted. Fed by the room.
 *
 * @param seqs the numbers of the deleted ones
 */
public record Tombstones(UUID roomId, long bucket, long version, SortedSet<Long> seqs) {

    /** Which thousand. */
    public TombstoneKey key() {
        return new TombstoneKey(roomId, bucket);
    }

    /** How many of them come after a message. */
    public long after(long seq) {
        return seqs.tailSet(seq + 1).size();
    }
}
