package io.github.simplechat.relay.websocket;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The opening handshake, as far as it is more than HTTP. */
public final class Upgrade {

    /** The only version of the protocol. */
    public static final String VERSION = "13";

    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int KEY_BYTES = 16;

    private Upgrade() {}

    /** Whether a request asks for this protocol, whatever its version and key. */
    public static boolean isAsked(@Nullable String connection, @Nullable String upgrade) {
        return has(connection, "upgrade") && has(upgrade, "websocket");
    }

    private static boolean has(@Nullable String header, String word) {
        return header != null
                && Arrays.stream(header.split(","))
                        .map(String::strip)
                        .anyMatch(word::equalsIgnoreCase);
    }

    /** Whether {@code Sec-WebSocket-Key} is one. */
    public static boolean isKey(@Nullable String key) {
        try {
            return key != null && Base64.getDecoder().decode(key.strip()).length == KEY_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** What {@code Sec-WebSocket-Accept} must be for a key. */
    public static String accept(String key) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-1")
                            .digest((key.strip() + GUID).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
