package io.github.simplechat.relay.websocket;

/** The peer broke the protocol; the connection ends with a close code. */
public final class Violation extends Exception {

    /** Not the protocol. */
    public static final int PROTOCOL_ERROR = 1002;

    /** Text that is no UTF-8. */
    public static final int INVALID_TEXT = 1007;

    /** A message above the limit. */
    public static final int TOO_LONG = 1009;

    private final int code;

    Violation(int code, String what) {
        super(what, null, false, false);
        this.code = code;
    }

    static Violation protocol(String what) {
        return new Violation(PROTOCOL_ERROR, what);
    }

    /** The WebSocket close code. */
    public int code() {
        return code;
    }

    /** The reason for the close frame, in a few ASCII words. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
