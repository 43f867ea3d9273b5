package io.github.simplechat.relay.socketio;

import org.jspecify.annotations.Nullable;

/**
 * One packet of Socket.IO, as far as it is text.
 *
 * @param attachments how many binary messages follow, which its data has places for
 * @param namespace begins with a slash
 * @param id what an acknowledgement refers to
 * @param data JSON, or nothing
 */
public record SocketPacket(
        Kind kind, int attachments, String namespace, @Nullable Long id, String data) {

    /** The kinds of packets, in the order of their numbers. */
    public enum Kind {
        CONNECT('0'),
        DISCONNECT('1'),
        EVENT('2'),
        ACK('3'),
        CONNECT_ERROR('4'),
        BINARY_EVENT('5'),
        BINARY_ACK('6');

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

    /** The namespace that every client has. */
    public static final String DEFAULT = "/";

    private static final int MOST_DIGITS = 15;

    /** A packet without attachments and acknowledgement. */
    public static SocketPacket of(Kind kind, String namespace, String data) {
        return new SocketPacket(kind, 0, namespace, null, data);
    }

    /** Whether binary messages belong to it. */
    boolean isBinary() {
        return kind == Kind.BINARY_EVENT || kind == Kind.BINARY_ACK;
    }

    /** As it is written. */
    public String write() {
        return kind.digit
                + (isBinary() ? attachments + "-" : "")
                + (DEFAULT.equals(namespace) ? "" : namespace + ",")
                + (id == null ? "" : id)
                + data;
    }

    /**
     * Reads a packet.
     *
     * @throws BadPacket when it is none
     */
    public static SocketPacket read(String text) throws BadPacket {
        Cursor at = new Cursor(text);
        Kind kind = Kind.of(at.next());
        int attachments = 0;
        if (kind == Kind.BINARY_EVENT || kind == Kind.BINARY_ACK) {
            Long count = at.number();
            if (count == null || at.next() != '-') {
                throw new BadPacket("no number of attachments");
            }
            attachments = (int) Math.min(count, Integer.MAX_VALUE);
        }
        String namespace = at.peek() == '/' ? at.until(',') : DEFAULT;
        return new SocketPacket(kind, attachments, namespace, at.number(), at.rest());
    }

    /** A place in a text. */
    private static final class Cursor {

        private static final int END = -1;

        private final String text;
        private int at;

        Cursor(String text) {
            this.text = text;
        }

        int peek() {
            return at < text.length() ? text.charAt(at) : END;
        }

        int next() {
            int next = peek();
            at++;
            return next;
        }

        /**
         * What comes before a character, which is passed over; all that is left if it is not there.
         */
        String until(char end) {
            int to = text.indexOf(end, at);
            String before = text.substring(at, to < 0 ? text.length() : to);
            at = to < 0 ? text.length() : to + 1;
            return before;
        }

        @Nullable Long number() throws BadPacket {
            int from = at;
            while (peek() >= '0' && peek() <= '9') {
                at++;
            }
            if (at - from > MOST_DIGITS) {
                throw new BadPacket("a number that is too large");
            }
            return at == from ? null : Long.valueOf(text.substring(from, at));
        }

        String rest() {
            return text.substring(Math.min(at, text.length()));
        }
    }
}
