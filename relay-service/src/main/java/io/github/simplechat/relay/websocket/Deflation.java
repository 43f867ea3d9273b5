package io.github.simplechat.relay.websocket;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * The extension {@code permessage-deflate} (RFC 7692), without context on either side: a message is
 * packed by itself, so one packed frame serves every connection of a room and no connection holds a
 * window.
 */
public final class Deflation {

    /** What a handshake that agrees answers with. */
    public static final String AGREED =
            "permessage-deflate; server_no_context_takeover; client_no_context_takeover";

    private static final String NAME = "permessage-deflate";
    private static final byte[] TAIL = {0, 0, (byte) 0xFF, (byte) 0xFF};
    private static final String BITS = "(8|9|1[0-5])";
    private static final int CHUNK = 1024;

    private Deflation() {}

    /** Whether one of the offers in {@code Sec-WebSocket-Extensions} can be agreed to. */
    public static boolean isOffered(@Nullable String extensions) {
        return extensions != null
                && Arrays.stream(extensions.split(",")).anyMatch(Deflation::isAcceptable);
    }

    private static boolean isAcceptable(String offer) {
        List<String> parts = Arrays.stream(offer.split(";")).map(String::strip).toList();
        Set<String> seen = new HashSet<>();
        return NAME.equals(parts.getFirst())
                && parts.stream().skip(1).allMatch(part -> isKnown(part, seen));
    }

    /** A smaller window for the server is more than Java's deflater can do. */
    private static boolean isKnown(String parameter, Set<String> seen) {
        String[] pair = parameter.replace("\"", "").split("=", 2);
        String value = pair.length == 2 ? pair[1].strip() : null;
        return seen.add(pair[0].strip())
                && switch (pair[0].strip()) {
                    case "server_no_context_takeover", "client_no_context_takeover" ->
                            value == null;
                    case "client_max_window_bits" -> value == null || value.matches(BITS);
                    case "server_max_window_bits" -> "15".equals(value);
                    default -> false;
                };
    }

    /** Packs a message. */
    public static byte[] pack(byte[] message) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            deflater.setInput(message);
            ByteArrayOutputStream packed = new ByteArrayOutputStream(message.length / 2 + 16);
            byte[] chunk = new byte[CHUNK];
            int count;
            do {
                count = deflater.deflate(chunk, 0, CHUNK, Deflater.SYNC_FLUSH);
                packed.write(chunk, 0, count);
            } while (count == CHUNK);
            return Arrays.copyOf(packed.toByteArray(), packed.size() - TAIL.length);
        } finally {
            deflater.end();
        }
    }

    /**
     * Unpacks a message.
     *
     * @throws Violation when it is longer than the limit then, or was not packed
     */
    static byte[] unpack(byte[] packed, int limit) throws Violation {
        Inflater inflater = new Inflater(true);
        try {
            ByteArrayOutputStream message = new ByteArrayOutputStream(packed.length * 2);
            inflate(inflater, packed, message, limit);
            inflate(inflater, TAIL, message, limit);
            return message.toByteArray();
        } catch (DataFormatException e) {
            throw Violation.protocol("a message that was not packed");
        } finally {
            inflater.end();
        }
    }

    private static void inflate(
            Inflater inflater, byte[] packed, ByteArrayOutputStream message, int limit)
            throws DataFormatException, Violation {
        inflater.setInput(packed);
        byte[] chunk = new byte[CHUNK];
        int count;
        while ((count = inflater.inflate(chunk)) > 0) {
            message.write(chunk, 0, count);
            if (message.size() > limit) {
                throw new Violation(Violation.TOO_LONG, "message too long");
            }
        }
        if (inflater.needsDictionary()) {
            throw new DataFormatException("a dictionary that nobody has");
        }
    }
}
