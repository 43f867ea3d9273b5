package io.github.simplechat.loadtest.fanout;

import io.github.simplechat.loadtest.live.FrameReader;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** A connection with one open room. Answers what keeps it alive and counts what it is told. */
final class Listener {

    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int FINAL_TEXT = 0x81;
    private static final int FINAL_PONG = 0x8A;
    private static final int MASKED = 0x80;
    private static final int MEDIUM = 126;
    private static final int MOST_HEAD = 8;

    /** What Engine.IO sends to see whether somebody is there. */
    private static final byte ENGINE_PING = '2';

    /** Frames of the publish format are longer, all else is shorter. */
    private static final int EVENT_AT_LEAST = 150;

    /** Who is told of the frames of a room. */
    @FunctionalInterface
    interface Told {

        /** A frame in the publish format; the bytes are only valid during the call. */
        void event(ByteBuffer payload);
    }

    private final SocketChannel channel;
    private final FrameReader frames = new FrameReader();
    private final Told told;

    private Listener(SocketChannel channel, Told told) {
        this.channel = channel;
        this.told = told;
    }

    /**
     * Connects, opens a room, and returns when that is confirmed.
     *
     * @throws IOException when the server refuses
     */
    static Listener connect(Peer peer, String token, String room, Told told) throws IOException {
        SocketChannel channel =
                SocketChannel.open(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), peer.live()));
        channel.socket().setTcpNoDelay(true);
        Listener listener = new Listener(channel, told);
        DataInputStream in = new DataInputStream(channel.socket().getInputStream());
        listener.shakeHands(in, peer, token);
        Dialect dialect = peer.dialect();
        if (!dialect.greeting().isEmpty()) {
            expect(in, dialect.greeting());
            listener.say(dialect.answer());
            expect(in, dialect.answer());
        }
        listener.say(dialect.request("{\"type\":\"chat\",\"roomId\":\"" + room + "\"}"));
        expect(in, "connection success");
        channel.configureBlocking(false);
        return listener;
    }

    private void shakeHands(DataInputStream in, Peer peer, String token) throws IOException {
        String request =
                """
                GET %s HTTP/1.1\r
                Host: localhost\r
                Upgrade: websocket\r
                Connection: Upgrade\r
                Sec-WebSocket-Version: 13\r
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                Authorization: Bearer %s\r
                \r
                """
                        .formatted(peer.dialect().path(), token);
        write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            head.write(in.readUnsignedByte());
        }
        String answer = head.toString(StandardCharsets.US_ASCII);
        if (!answer.startsWith("HTTP/1.1 101")) {
            throw new IOException(peer.name() + " refuses a listener: " + answer);
        }
    }

    private static void expect(DataInputStream in, String part) throws IOException {
        in.readUnsignedByte();
        int length = in.readUnsignedByte();
        byte[] payload = new byte[length == MEDIUM ? in.readUnsignedShort() : length];
        in.readFully(payload);
        String text = new String(payload, StandardCharsets.UTF_8);
        if (!text.contains(part)) {
            throw new IOException("Expected " + part + " and got " + text);
        }
    }

    SocketChannel channel() {
        return channel;
    }

    /** Takes in what has come, by way of a buffer that all share. */
    void read(ByteBuffer buffer) throws IOException {
        buffer.clear();
        if (channel.read(buffer) < 0) {
            throw new EOFException("A server has closed the connection of a listener.");
        }
        frames.read(buffer.flip(), this::frame);
    }

    private void frame(int opcode, ByteBuffer payload) {
        switch (opcode) {
            case TEXT -> text(payload);
            case PING -> write(FINAL_PONG, payload);
            case CLOSE -> throw new IllegalStateException("A server ends a listener's connection.");
            default -> {}
        }
    }

    private void text(ByteBuffer payload) {
        if (payload.remaining() >= EVENT_AT_LEAST) {
            told.event(payload);
        } else if (payload.remaining() == 1 && payload.get(0) == ENGINE_PING) {
            say("3");
        }
    }

    private void say(String text) {
        write(FINAL_TEXT, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A frame whose mask is zero, so its payload stays as it is. */
    private void write(int first, ByteBuffer payload) {
        int length = payload.remaining();
        ByteBuffer frame = ByteBuffer.allocate(length + MOST_HEAD).put((byte) first);
        if (length < MEDIUM) {
            frame.put((byte) (MASKED | length));
        } else {
            frame.put((byte) (MASKED | MEDIUM)).putShort((short) length);
        }
        try {
            write(frame.putInt(0).put(payload).flip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
