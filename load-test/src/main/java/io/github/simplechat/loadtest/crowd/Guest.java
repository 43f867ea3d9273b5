package io.github.simplechat.loadtest.crowd;

import io.github.simplechat.loadtest.live.FrameReader;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A client with one room, which comes, is cut off, and comes again with what it saw last. Belongs
 * to the thread of its {@link Crowd}.
 */
public final class Guest {

    private static final byte[] HEAD_END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final String SWITCHED = "HTTP/1.1 101";
    private static final int MOST_HEAD = 2_048;
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int FINAL_TEXT = 0x81;
    private static final int FINAL_PONG = 0x8A;
    private static final int MASKED = 0x80;
    private static final int MEDIUM = 126;
    private static final int FRAME_HEAD = 8;

    private enum Step {
        AWAY,
        CONNECTING,
        SHAKING_HANDS,
        ASKING,
        LISTENING,
        REFUSED
    }

    private final String token;
    private final String roomId;
    private final int room;
    private final int port;
    private final Seen seen = new Seen();
    private Step step = Step.AWAY;
    private boolean hasBegun;
    private ByteBuffer head = ByteBuffer.allocate(0);
    private FrameReader frames = new FrameReader();
    private @Nullable SocketChannel channel;

    /**
     * Somebody who is not there yet.
     *
     * @param room its number, for whoever let the guest come
     * @param port of the live feed of a node
     */
    public Guest(String token, String roomId, int room, int port) {
        this.token = token;
        this.roomId = roomId;
        this.room = room;
        this.port = port;
    }

    /** The number of its room. */
    public int room() {
        return room;
    }

    /** What it was shown. */
    public Seen seen() {
        return seen;
    }

    /** Whether its room is open to it; what it missed may still be on the way. */
    public boolean isListening() {
        return step == Step.LISTENING;
    }

    /** Whether the server has answered that its room is not open to it. */
    public boolean isRefused() {
        return step == Step.REFUSED;
    }

    /** Begins to come. */
    void come(Selector selector) throws IOException {
        SocketChannel opened = SocketChannel.open();
        channel = opened;
        opened.configureBlocking(false);
        opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
        step = Step.CONNECTING;
        var _ = opened.register(selector, SelectionKey.OP_CONNECT, this);
        if (opened.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
            shakeHands();
        }
    }

    /** Goes without a word: what the server sends then is answered with a reset. */
    void cut() throws IOException {
        SocketChannel open = channel;
        if (open != null) {
            open.setOption(StandardSocketOptions.SO_LINGER, 0);
            open.close();
        }
        channel = null;
        step = Step.AWAY;
    }

    /** Does what its socket is ready for, by way of a buffer that all share. */
    void ready(SelectionKey key, ByteBuffer buffer) throws IOException {
        if (key.isConnectable() && open().finishConnect()) {
            shakeHands();
            var _ = key.interestOps(SelectionKey.OP_READ);
        }
        if (key.isReadable()) {
            buffer.clear();
            if (open().read(buffer) < 0) {
                throw new EOFException("The server closes the connection.");
            }
            buffer.flip();
            if (step == Step.SHAKING_HANDS) {
                readHead(buffer);
            }
            frames.read(buffer, this::frame);
        }
    }

    private SocketChannel open() {
        return Objects.requireNonNull(channel);
    }

    private void shakeHands() throws IOException {
        step = Step.SHAKING_HANDS;
        head = ByteBuffer.allocate(MOST_HEAD);
        frames = new FrameReader();
        String request =
                """
                GET /ws HTTP/1.1\r
                Host: localhost\r
                Upgrade: websocket\r
                Connection: Upgrade\r
                Sec-WebSocket-Version: 13\r
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                Authorization: Bearer %s\r
                \r
                """
                        .formatted(token);
        write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Takes what belongs to the answer to the handshake; what comes after it is frames. */
    private void readHead(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining() && step == Step.SHAKING_HANDS) {
            if (!head.hasRemaining()) {
                throw new IOException("The server's answer to a handshake is too long.");
            }
            head.put(bytes.get());
            int end = head.position();
            if (end >= HEAD_END.length
                    && head.slice(end - HEAD_END.length, HEAD_END.length)
                            .equals(ByteBuffer.wrap(HEAD_END))) {
                welcomed(StandardCharsets.US_ASCII.decode(head.flip()).toString());
            }
        }
    }

    private void welcomed(String answer) throws IOException {
        if (!answer.startsWith(SWITCHED)) {
            throw new IOException("The server refuses a handshake: " + answer);
        }
        head = ByteBuffer.allocate(0);
        step = Step.ASKING;
        String since = hasBegun ? ",\"since\":" + seen.newest() : "";
        say(
                "{\"topic\":\"event.client\",\"data\":{\"type\":\"chat\",\"roomId\":\"%s\"%s}}"
                        .formatted(roomId, since));
    }

    private void frame(int opcode, ByteBuffer payload) {
        switch (opcode) {
            case TEXT -> text(payload);
            case PING -> write(FINAL_PONG, payload);
            case CLOSE -> throw new Ended(payload.remaining() < 2 ? 0 : payload.getShort());
            default -> {}
        }
    }

    private void text(ByteBuffer payload) {
        if (Field.EVENT.isIn(payload)) {
            seen.add(Field.VERSION.numberIn(payload));
        } else if (Field.WELCOME.isIn(payload)) {
            step = Step.LISTENING;
            if (!hasBegun) {
                hasBegun = true;
                seen.begin(Field.VERSION.numberIn(payload));
            }
        } else if (Field.REFUSAL.isIn(payload)) {
            step = Step.REFUSED;
        }
    }

    /** The server has ended the connection, with a code. */
    static final class Ended extends RuntimeException {

        Ended(int code) {
            super("The server ends the connection with " + code, null, false, false);
        }
    }

    private void say(String text) {
        write(FINAL_TEXT, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A frame whose mask is zero, so its payload stays as it is. */
    private void write(int first, ByteBuffer payload) {
        int length = payload.remaining();
        ByteBuffer frame = ByteBuffer.allocate(length + FRAME_HEAD).put((byte) first);
        if (length < MEDIUM) {
            frame.put((byte) (MASKED | length));
        } else {
            frame.put((byte) (MASKED | MEDIUM)).putShort((short) length);
        }
        try {
            write(frame.putInt(0).put(payload).flip());
        } catch (IOException e) {
            throw new Ended(0);
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            open().write(bytes);
        }
    }
}
