package io.github.simplechat.relay.websocket;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Frames from a server: final, unmasked. */
public final class Frames {

    static final int CONTINUATION = 0x0;
    static final int TEXT = 0x1;
    static final int BINARY = 0x2;
    static final int CLOSE = 0x8;
    static final int PING = 0x9;
    static final int PONG = 0xA;

    static final int FIN = 0x80;
    static final int COMPRESSED = 0x40;
    static final int SHORT = 125;
    static final int TWO_BYTES = 126;
    static final int EIGHT_BYTES = 127;

    private static final int MAX_TWO_BYTES = 0xFFFF;
    private static final int CODE_BYTES = 2;

    private Frames() {}

    /** A text message of UTF-8. */
    public static byte[] text(byte[] utf8) {
        return frame(TEXT, utf8);
    }

    /** A text message that {@link Deflation} has packed. */
    public static byte[] packedText(byte[] packed) {
        return frame(TEXT | COMPRESSED, packed);
    }

    /** A binary message. */
    public static byte[] binary(byte[] bytes) {
        return frame(BINARY, bytes);
    }

    /** A ping without content. */
    public static byte[] ping() {
        return frame(PING, new byte[0]);
    }

    /** The answer to a ping. */
    public static byte[] pong(byte[] bytes) {
        return frame(PONG, bytes);
    }

    /** A close frame with a reason of at most 123 bytes. */
    public static byte[] close(int code, String reason) {
        byte[] text = reason.getBytes(StandardCharsets.US_ASCII);
        return frame(
                CLOSE,
                ByteBuffer.allocate(CODE_BYTES + text.length)
                        .putShort((short) code)
                        .put(text)
                        .array());
    }

    private static byte[] frame(int kind, byte[] payload) {
        int length = payload.length;
        int extra = length <= SHORT ? 0 : length <= MAX_TWO_BYTES ? Short.BYTES : Long.BYTES;
        ByteBuffer frame = ByteBuffer.allocate(2 + extra + length).put((byte) (FIN | kind));
        switch (extra) {
            case 0 -> frame.put((byte) length);
            case Short.BYTES -> frame.put((byte) TWO_BYTES).putShort((short) length);
            default -> frame.put((byte) EIGHT_BYTES).putLong(length);
        }
        return frame.put(payload).array();
    }
}
