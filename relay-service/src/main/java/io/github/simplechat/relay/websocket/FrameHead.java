package io.github.simplechat.relay.websocket;

import static io.github.simplechat.relay.websocket.Violation.protocol;

import java.nio.ByteBuffer;

/** The head of one frame from a client, read byte by byte, and how much of its payload is left. */
final class FrameHead {

    private static final int FIRST_TWO = 2;
    private static final int MASK_BYTES = 4;
    private static final int OTHER_EXTENSIONS = 0x30;
    private static final int CONTROL = 0x8;
    private static final int OPCODE = 0xF;
    private static final int MASKED = 0x80;

    private final byte[] bytes = new byte[FIRST_TWO + Long.BYTES + MASK_BYTES];
    private int filled;
    private int size = FIRST_TWO;
    private int length;
    private int taken;
    private boolean complete;

    /**
     * Reads on; true when the head has just become complete.
     *
     * @throws Violation when no client may send such a head
     */
    boolean read(ByteBuffer in) throws Violation {
        while (filled < size) {
            if (!in.hasRemaining()) {
                return false;
            }
            bytes[filled++] = in.get();
            if (filled == FIRST_TWO) {
                size = FIRST_TWO + extra() + MASK_BYTES;
                checkFirstTwo();
            }
        }
        length = lengthOf();
        complete = true;
        return true;
    }

    private void checkFirstTwo() throws Violation {
        if ((bytes[0] & OTHER_EXTENSIONS) != 0) {
            throw protocol("an unknown extension");
        }
        if ((bytes[1] & MASKED) == 0) {
            throw protocol("a frame without a mask");
        }
        int opcode = opcode();
        if ((opcode > Frames.BINARY && opcode < Frames.CLOSE) || opcode > Frames.PONG) {
            throw protocol("an unknown kind of frame");
        }
        if (isControl() && (!isFinal() || isPacked() || shortLength() > Frames.SHORT)) {
            throw protocol("a control frame of the wrong form");
        }
    }

    private int shortLength() {
        return bytes[1] & ~MASKED & 0xFF;
    }

    private int extra() {
        return switch (shortLength()) {
            case Frames.TWO_BYTES -> Short.BYTES;
            case Frames.EIGHT_BYTES -> Long.BYTES;
            default -> 0;
        };
    }

    private int lengthOf() throws Violation {
        ByteBuffer at = ByteBuffer.wrap(bytes, FIRST_TWO, Long.BYTES);
        long value =
                switch (extra()) {
                    case 0 -> shortLength();
                    case Short.BYTES -> at.getShort() & 0xFFFF;
                    default -> at.getLong();
                };
        if (value < 0) {
            throw protocol("a negative length");
        }
        return (int) Math.min(value, Integer.MAX_VALUE);
    }

    boolean isComplete() {
        return complete;
    }

    boolean isFinal() {
        return (bytes[0] & Frames.FIN) != 0;
    }

    boolean isPacked() {
        return (bytes[0] & Frames.COMPRESSED) != 0;
    }

    boolean isControl() {
        return (bytes[0] & CONTROL) != 0;
    }

    boolean isContinuation() {
        return opcode() == Frames.CONTINUATION;
    }

    int opcode() {
        return bytes[0] & OPCODE;
    }

    /** The length of the payload; what would not fit into an array counts as the longest one. */
    int length() {
        return length;
    }

    /** How much of the payload has not been taken yet. */
    int remaining() {
        return length - taken;
    }

    /** Takes payload into {@code target[from, to)}. */
    void unmask(ByteBuffer in, byte[] target, int from, int to) {
        in.get(target, from, to - from);
        int mask = size - MASK_BYTES;
        for (int i = from; i < to; i++) {
            target[i] ^= bytes[mask + (taken++ & (MASK_BYTES - 1))];
        }
    }
}
