package io.github.simplechat.relay.gateway;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One message to clients on topic {@code event.server}, encoded once for each kind of socket and
 * shared by every connection that gets it. Nobody changes the bytes.
 */
public final class Frame implements Encodable {

    private static final byte[] START = utf8("{\"topic\":\"event.server\",\"data\":");
    private static final byte[] END = utf8("}");

    private final byte[] data;
    private volatile @Nullable Encoded encoded;
    private volatile @Nullable String text;

    private Frame(String data) {
        this.data = utf8(data);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A frame whose {@code data} is a JSON object. */
    static Frame ofData(String data) {
        return new Frame(data);
    }

    /** The frame as a plain WebSocket carries it: topic and data in one JSON object. */
    public static byte[] plain(byte[] data) {
        byte[] plain = new byte[START.length + data.length + END.length];
        System.arraycopy(START, 0, plain, 0, START.length);
        System.arraycopy(data, 0, plain, START.length, data.length);
        System.arraycopy(END, 0, plain, START.length + data.length, END.length);
        return plain;
    }

    /** The frame as text on a plain WebSocket; made by the first who asks. */
    public String text() {
        String made = text;
        if (made == null) {
            made = new String(plain(data), StandardCharsets.UTF_8);
            text = made;
        }
        return made;
    }

    /** The frame as a kind of socket carries it; made by the first who asks. */
    @Override
    public byte[] as(Encoding encoding) {
        for (Encoded known = encoded; known != null; known = known.next) {
            if (known.encoding.equals(encoding)) {
                return known.bytes;
            }
        }
        byte[] bytes = encoding.encode(data);
        encoded = new Encoded(encoding, bytes, encoded);
        return bytes;
    }

    /** The length on a plain WebSocket, in bytes; on others it is about the same. */
    public int length() {
        return START.length + data.length + END.length;
    }

    /** What one kind of socket carries, and what the others do. */
    private static final class Encoded {

        private final Encoding encoding;
        private final byte[] bytes;
        private final @Nullable Encoded next;

        Encoded(Encoding encoding, byte[] bytes, @Nullable Encoded next) {
            this.encoding = encoding;
            this.bytes = bytes;
            this.next = next;
        }
    }
}
