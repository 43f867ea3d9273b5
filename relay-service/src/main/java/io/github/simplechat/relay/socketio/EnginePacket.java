package io.github.simplechat.relay.socketio;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** One packet of Engine.IO: a type and text, or bytes, which are always a message. */
public sealed interface EnginePacket {

    /** The kinds of packets, in the order of their numbers. */
    enum Kind {
        OPEN('0'),
        CLOSE('1'),
        PING('2'),
        PONG('3'),
        MESSAGE('4'),
        UPGRADE('5'),
        NOOP('6');

        private final char digit;

        Kind(char digit) {
            this.digit = digit;
        }

        private static Kind of(int digit) throws BadPacket {
            for (Kind kind : values()) {
                if (kind.digit == digit) {
                    return kind;
                }
            }
            throw new BadPacket("an unknown type of packet");
        }
    }

    /** Between two packets of one HTTP body. */
    char SEPARATOR = '\u001e';

    /** A packet of text. */
    record Text(Kind kind, String data) implements EnginePacket {

        /** As it is written. */
        public String write() {
            return kind.digit + data;
        }
    }

    /** A message of bytes. */
    final class Binary implements EnginePacket {

        private final byte[] bytes;

        /** Bytes that nobody changes. */
        public Binary(byte[] bytes) {
            this.bytes = bytes;
        }

        /** The bytes. */
        public byte[] bytes() {
            return bytes;
        }

        /** As it is written where only text can be. */
        public String write() {
            return 'b' + Base64.getEncoder().encodeToString(bytes);
        }
    }

    /** A message of text. */
    static Text message(String data) {
        return new Text(Kind.MESSAGE, data);
    }

    /**
     * Reads one packet of text.
     *
     * @throws BadPacket when its type is unknown
     */
    static Text read(String packet) throws BadPacket {
        Kind kind = Kind.of(packet.isEmpty() ? -1 : packet.charAt(0));
        return new Text(kind, packet.substring(1));
    }

    /**
     * Reads the packets in the body of a POST.
     *
     * @throws BadPacket when one of them is none
     */
    static List<EnginePacket> readAll(byte[] body) throws BadPacket {
        List<EnginePacket> packets = new ArrayList<>();
        String text = new String(body, StandardCharsets.UTF_8);
        for (String packet : text.split(String.valueOf(SEPARATOR), -1)) {
            packets.add(packet.startsWith("b") ? binary(packet.substring(1)) : read(packet));
        }
        return packets;
    }

    private static Binary binary(String base64) throws BadPacket {
        try {
            return new Binary(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            throw new BadPacket("bytes that are not Base64");
        }
    }
}
