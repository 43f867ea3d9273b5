package io.github.simplechat.relay.websocket;

import static io.github.simplechat.relay.websocket.Violation.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads a client's bytes, cut anywhere, and tells a sink of its messages. Holds no memory beyond
 * itself between two messages, and at most the limit within one. Used by one thread at a time;
 * useless after a {@link Violation}.
 */
public final class MessageReader {

    private static final int NO_CODE = 1000;
    private static final int LEAST_CODE = 1000;
    private static final int LEAST_FREE_CODE = 3000;
    private static final int LAST_CODE = 4999;

    private final int limit;
    private final boolean unpacks;
    private @Nullable FrameHead head;
    private @Nullable Utf8Check text;
    private byte @Nullable [] message;
    private byte @Nullable [] control;
    private int length;
    private int controlLength;
    private int kind;
    private boolean packed;
    private boolean closed;

    /**
     * A reader at the beginning of a connection.
     *
     * @param limit how long a message may be, in bytes, also when it is unpacked
     * @param unpacks whether the peer may send packed messages, see {@link Deflation}
     */
    public MessageReader(int limit, boolean unpacks) {
        this.limit = limit;
        this.unpacks = unpacks;
    }

    /**
     * Takes all of the bytes. After a close frame the rest is thrown away.
     *
     * @throws Violation when they break the protocol
     */
    public void read(ByteBuffer in, MessageSink sink) throws Violation {
        while (in.hasRemaining() && !closed) {
            FrameHead frame = head == null ? new FrameHead() : head;
            head = frame;
            if (!frame.isComplete() && frame.read(in)) {
                begin(frame);
            }
            if (frame.isComplete()) {
                take(frame, in);
                if (frame.remaining() == 0) {
                    head = null;
                    end(frame, sink);
                }
            }
        }
    }

    private void begin(FrameHead frame) throws Violation {
        if (frame.isControl()) {
            control = new byte[frame.length()];
            controlLength = 0;
            return;
        }
        if (frame.isContinuation() != (message != null)) {
            throw protocol("a fragment out of place");
        }
        if (frame.isPacked() && (!unpacks || frame.isContinuation())) {
            throw protocol("an unknown extension");
        }
        if (frame.length() > limit - length) {
            throw new Violation(Violation.TOO_LONG, "message too long");
        }
        if (message == null) {
            kind = frame.opcode();
            packed = frame.isPacked();
            message = new byte[frame.length()];
            text = kind == Frames.TEXT && !packed ? new Utf8Check() : null;
        } else {
            message = withRoomFor(message, length + frame.length());
        }
    }

    /** Grows by doubling, so that a message of many small fragments is not copied for each. */
    private byte[] withRoomFor(byte[] bytes, int needed) {
        return needed <= bytes.length
                ? bytes
                : Arrays.copyOf(bytes, Math.max(needed, Math.min(limit, 2 * bytes.length)));
    }

    private void take(FrameHead frame, ByteBuffer in) throws Violation {
        byte[] target = frame.isControl() ? control : message;
        if (target == null) {
            throw new IllegalStateException("a frame without a beginning");
        }
        int from = frame.isControl() ? controlLength : length;
        int to = from + Math.min(frame.remaining(), in.remaining());
        frame.unmask(in, target, from, to);
        if (frame.isControl()) {
            controlLength = to;
        } else {
            check(target, from, to);
            length = to;
        }
    }

    private void check(byte[] bytes, int from, int to) throws Violation {
        Utf8Check check = text;
        if (check != null) {
            for (int i = from; i < to; i++) {
                if (!check.accepts(bytes[i])) {
                    throw invalidText();
                }
            }
        }
    }

    private static Violation invalidText() {
        return new Violation(Violation.INVALID_TEXT, "text is not UTF-8");
    }

    private void end(FrameHead frame, MessageSink sink) throws Violation {
        byte[] bytes = frame.isControl() ? control : message;
        if (bytes == null) {
            throw new IllegalStateException("a frame without a beginning");
        }
        if (frame.isControl()) {
            control = null;
            control(frame.opcode(), bytes, sink);
        } else if (frame.isFinal()) {
            byte[] whole = length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
            message = null;
            length = 0;
            message(whole, sink);
        }
    }

    private void message(byte[] received, MessageSink sink) throws Violation {
        byte[] bytes = packed ? Deflation.unpack(received, limit) : received;
        if (kind == Frames.BINARY) {
            sink.binary(bytes);
            return;
        }
        Utf8Check check = text;
        text = null;
        boolean valid =
                check == null ? Utf8Check.isText(bytes, 0, bytes.length) : check.isComplete();
        if (!valid) {
            throw invalidText();
        }
        sink.text(new String(bytes, StandardCharsets.UTF_8));
    }

    private void control(int opcode, byte[] bytes, MessageSink sink) throws Violation {
        switch (opcode) {
            case Frames.PING -> sink.ping(bytes);
            case Frames.PONG -> sink.pong();
            default -> {
                closed = true;
                sink.close(closeCode(bytes));
            }
        }
    }

    private static int closeCode(byte[] bytes) throws Violation {
        if (bytes.length == 0) {
            return NO_CODE;
        }
        if (bytes.length < Short.BYTES) {
            throw protocol("a close frame of one byte");
        }
        int code = ByteBuffer.wrap(bytes).getShort() & 0xFFFF;
        if (!isCloseCode(code)) {
            throw protocol("a close code that nobody may send");
        }
        if (!Utf8Check.isText(bytes, Short.BYTES, bytes.length)) {
            throw invalidText();
        }
        return code;
    }

    private static boolean isCloseCode(int code) {
        return switch (code) {
            case 1004, 1005, 1006 -> false;
            default ->
                    (code >= LEAST_CODE && code <= 1014)
                            || (code >= LEAST_FREE_CODE && code <= LAST_CODE);
        };
    }
}
