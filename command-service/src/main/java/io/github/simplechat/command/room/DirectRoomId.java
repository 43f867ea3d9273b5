package io.github.simplechat.command.room;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * The id of the one room of two people, computed from theirs: the same whoever asks first, wherever
 * and however often. A UUID of version 8, so it is never the id of a person or of another room,
 * which have version 7.
 */
public final class DirectRoomId {

    private static final byte[] NAMESPACE = "direct room".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 8;

    private DirectRoomId() {}

    /** The id of the room of two people, in any order. */
    public static UUID of(UUID one, UUID other) {
        boolean inOrder = one.compareTo(other) <= 0;
        ByteBuffer hash = ByteBuffer.wrap(hash(inOrder ? one : other, inOrder ? other : one));
        long high = (hash.getLong() & 0xffff_ffff_ffff_0fffL) | ((long) VERSION << 12);
        long low = (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | (1L << 63);
        return new UUID(high, low);
    }

    /** Whether a room is a direct one, told by its id. */
    public static boolean isOne(UUID roomId) {
        return roomId.version() == VERSION;
    }

    private static byte[] hash(UUID first, UUID second) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(NAMESPACE);
            sha256.update(
                    ByteBuffer.allocate(4 * Long.BYTES)
                            .putLong(first.getMostSignificantBits())
                            .putLong(first.getLeastSignificantBits())
                            .putLong(second.getMostSignificantBits())
                            .putLong(second.getLeastSignificantBits())
                            .flip());
            return sha256.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
