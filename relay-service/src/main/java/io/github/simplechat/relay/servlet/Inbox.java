package io.github.simplechat.relay.servlet;

/** Puts the pieces of a text frame together, up to a length. Used by one thread at a time. */
final class Inbox {

    private static final int LAST_OF_ONE_BYTE = 0x7f;
    private static final int LAST_OF_TWO_BYTES = 0x7ff;

    private final long capacity;
    private StringBuilder text = new StringBuilder(0);
    private long bytes;

    /**
     * An empty inbox.
     *
     * @param capacity how long a frame may be, in bytes of UTF-8
     */
    Inbox(long capacity) {
        this.capacity = capacity;
    }

    /** Adds a piece; false when the frame is too long, and for ever after. */
    boolean add(String piece) {
        for (int i = 0; i < piece.length(); i++) {
            bytes += length(piece.charAt(i));
        }
        if (bytes > capacity) {
            text = new StringBuilder(0);
            return false;
        }
        text.append(piece);
        return true;
    }

    private static int length(char c) {
        if (c <= LAST_OF_ONE_BYTE) {
            return 1;
        }
        return c <= LAST_OF_TWO_BYTES || Character.isSurrogate(c) ? 2 : 3;
    }

    /** The whole frame; the inbox is empty then. */
    String take() {
        String whole = text.toString();
        text = new StringBuilder(0);
        bytes = 0;
        return whole;
    }
}
