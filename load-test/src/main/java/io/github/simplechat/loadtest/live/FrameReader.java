package io.github.simplechat.loadtest.live;

import java.nio.ByteBuffer;

/**
 * Cuts the bytes that a server sends on one WebSocket into frames, which a server does not mask.
 * What is whole is not copied.
 */
public final class FrameReader {

    private static final int SHORT_HEAD = 2;
    private static final int MEDIUM = 126;
    private static final int LONG = 127;
    private static final int OPCODE = 0x0F;
    private static final int LENGTH = 0x7F;
    private static final int UNSIGNED_SHORT = 0xFFFF;
    private static final int FIRST_SIZE = 512;

    /** What a frame is given to. */
    @FunctionalInterface
    public interface Sink {

        /** A frame; the payload is only valid during the call. */
        void frame(int opcode, ByteBuffer payload);
    }

    /** The beginning of a frame whose end has not come yet. */
    private ByteBuffer begun = ByteBuffer.allocate(0);

    /** Takes in all of the bytes. */
    public void read(ByteBuffer bytes, Sink sink) {
        while (bytes.hasRemaining()) {
            if (begun.position() > 0) {
                goOn(bytes, sink);
            } else if (isWhole(bytes.duplicate())) {
                emit(bytes, sink);
            } else {
                begin(bytes.remaining());
                begun.put(bytes);
            }
        }
    }

    private void goOn(ByteBuffer bytes, Sink sink) {
        ByteBuffer so = begun.duplicate().flip();
        int size = size(so);
        int missing = (size < 0 ? headSize(so) : size) - begun.position();
        int step = Math.min(missing, bytes.remaining());
        begin(step);
        begun.put(bytes.slice(bytes.position(), step));
        bytes.position(bytes.position() + step);
        ByteBuffer now = begun.duplicate().flip();
        if (isWhole(now.duplicate())) {
            begun.clear();
            emit(now, sink);
        }
    }

    /** Room for so many more bytes. */
    private void begin(int more) {
        if (begun.remaining() < more) {
            int size = Math.max(FIRST_SIZE, 2 * (begun.position() + more));
            begun = ByteBuffer.allocate(size).put(begun.flip());
        }
    }

    private static boolean isWhole(ByteBuffer bytes) {
        int size = size(bytes);
        return size >= 0 && size <= bytes.remaining();
    }

    private static void emit(ByteBuffer bytes, Sink sink) {
        int opcode = bytes.get(bytes.position()) & OPCODE;
        int end = bytes.position() + size(bytes);
        int head = headSize(bytes);
        sink.frame(opcode, bytes.slice(bytes.position() + head, end - bytes.position() - head));
        bytes.position(end);
    }

    /** How long the frame is that begins here; -1 while that cannot be told. */
    private static int size(ByteBuffer bytes) {
        int head = headSize(bytes);
        if (bytes.remaining() < head) {
            return -1;
        }
        int length = bytes.get(bytes.position() + 1) & LENGTH;
        int at = bytes.position() + SHORT_HEAD;
        return head
                + switch (length) {
                    case MEDIUM -> bytes.getShort(at) & UNSIGNED_SHORT;
                    case LONG -> Math.toIntExact(bytes.getLong(at));
                    default -> length;
                };
    }

    private static int headSize(ByteBuffer bytes) {
        if (bytes.remaining() < SHORT_HEAD) {
            return SHORT_HEAD;
        }
        return switch (bytes.get(bytes.position() + 1) & LENGTH) {
            case MEDIUM -> SHORT_HEAD + Short.BYTES;
            case LONG -> SHORT_HEAD + Long.BYTES;
            default -> SHORT_HEAD;
        };
    }
}
