package io.github.simplechat.query.rooms;

import java.util.UUID;

/**
 * A thousand consecutive messages of a room.
 *
 * @param bucket their {@code seq} divided by a thousand
 */
public record TombstoneKey(UUID roomId, long bucket) {

    private static final long SIZE = 1_000;

    /** Where a message belongs. */
    public static TombstoneKey of(UUID roomId, long seq) {
        return new TombstoneKey(roomId, seq / SIZE);
    }

    /** As one text: {@code roomId:bucket}. */
    public String id() {
        return roomId + ":" + bucket;
    }
}
