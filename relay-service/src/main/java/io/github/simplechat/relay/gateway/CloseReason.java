package io.github.simplechat.relay.gateway;

/** Why the relay ends a connection, with the close code that the client sees. */
public enum CloseReason {
    /** The node goes away; another one, or this one in a moment, takes over. */
    SHUTTING_DOWN(1001, "shutting down"),
    /** Too many frames in a row that are no requests. */
    PROTOCOL_ABUSE(1008, "too many invalid frames"),
    /** A frame from the client is longer than is allowed. */
    FRAME_TOO_LONG(1009, "frame too long"),
    /** This node, or this person, has too much to do; retry later. */
    OVERLOADED(1013, "try again later"),
    /** The access token ran out; come back with a new one. */
    TOKEN_EXPIRED(4001, "token expired"),
    /** The access token was taken back: its person was logged out everywhere, or is no more. */
    TOKEN_REVOKED(4001, "token revoked"),
    /** The client reads slower than its feeds move; come back with {@code since}. */
    TOO_SLOW(4008, "too slow"),
    /** The client does not answer pings; come back with {@code since}. */
    SILENT(4008, "no answer to ping");

    private final int code;
    private final String text;

    CloseReason(int code, String text) {
        this.code = code;
        this.text = text;
    }

    /** The WebSocket close code. */
    public int code() {
        return code;
    }

    /** The reason in the close frame, in a few ASCII words. */
    public String text() {
        return text;
    }

    /** Whether what still waits to be sent goes out before the close frame. */
    public boolean flushes() {
        return switch (this) {
            case SHUTTING_DOWN, PROTOCOL_ABUSE, FRAME_TOO_LONG, OVERLOADED, TOKEN_EXPIRED -> true;
            case TOKEN_REVOKED, TOO_SLOW, SILENT -> false;
        };
    }
}
