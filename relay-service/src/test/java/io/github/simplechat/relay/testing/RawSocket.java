package io.github.simplechat.relay.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.Inflater;
import java.util.zip.InflaterOutputStream;
import org.jspecify.annotations.Nullable;

/** A WebSocket by hand: every byte of every frame is the test's own. */
public final class RawSocket implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    /** A frame from the server. */
    public record Received(int first, String text, int closeCode) {

        public int opcode() {
            return first & 0xF;
        }
    }

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private final String handshake;

    public RawSocket(URI address, String token, String... headers) throws IOException {
        socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(socket.getInputStream());
        out = socket.getOutputStream();
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        out.write(
                ("GET "
                                + address.getPath()
                                + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
                                + "Connection: keep-alive, Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                                + "Authorization: Bearer "
                                + token
                                + "\r\n"
                                + more
                                + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        handshake = head();
    }

    private String head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            head.write(in.readByte());
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    public String handshake() {
        return handshake;
    }

    /** A frame with a mask. */
    public static byte[] frame(int first, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 14).put((byte) first);
        if (payload.length <= 125) {
            frame.put((byte) (0x80 | payload.length));
        } else if (payload.length <= 0xFFFF) {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        } else {
            frame.put((byte) (0x80 | 127)).putLong(payload.length);
        }
        byte[] mask = {1, 2, 3, 4};
        frame.put(mask);
        for (int i = 0; i < payload.length; i++) {
            frame.put((byte) (payload[i] ^ mask[i % 4]));
        }
        byte[] bytes = new byte[frame.position()];
        frame.flip().get(bytes);
        return bytes;
    }

    public RawSocket send(int first, String payload) throws IOException {
        return send(frame(first, payload.getBytes(StandardCharsets.UTF_8)));
    }

    public RawSocket send(byte[] bytes) throws IOException {
        out.write(bytes);
        return this;
    }

    /** Sends in pieces of that many bytes. */
    public RawSocket sendChopped(byte[] bytes, int size) throws IOException {
        for (int from = 0; from < bytes.length; from += size) {
            out.write(bytes, from, Math.min(size, bytes.length - from));
        }
        return this;
    }

    public Received receive() throws IOException {
        int first = in.readUnsignedByte();
        byte[] payload = payload();
        boolean close = (first & 0xF) == 8;
        int code = close && payload.length >= 2 ? ByteBuffer.wrap(payload).getShort() & 0xFFFF : 0;
        return new Received(first, new String(payload, StandardCharsets.UTF_8), code);
    }

    private byte[] payload() throws IOException {
        int length = in.readUnsignedByte();
        return in.readNBytes(length == 126 ? in.readUnsignedShort() : length);
    }

    /** The text of the next frame, which has to be packed. */
    public String receivePacked() throws IOException {
        int first = in.readUnsignedByte();
        byte[] packed = payload();
        if (first != 0xC1) {
            throw new IOException("no packed text: " + first);
        }
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (InflaterOutputStream unpacking = new InflaterOutputStream(text, new Inflater(true))) {
            unpacking.write(packed);
            unpacking.write(new byte[] {0, 0, (byte) 0xFF, (byte) 0xFF});
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    /** The close code, after whatever comes before it. */
    public int closeCode() throws IOException {
        Received next = receive();
        while (next.opcode() != 8) {
            next = receive();
        }
        return next.closeCode();
    }

    /** Whether the server has ended the TCP connection. */
    public boolean isAtEnd() throws IOException {
        return in.read() == -1;
    }

    public @Nullable String header(String name) {
        return handshake
                .lines()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse(null);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
