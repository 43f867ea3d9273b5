package io.github.simplechat.loadtest.live;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** As much of RFC 6455 as the tests need: one connection at a time, short text frames. */
final class TinyWebSocketServer implements AutoCloseable {

    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int TEXT = 1;
    private static final int CLOSE = 8;

    final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    final BlockingQueue<Map<String, String>> handshakes = new LinkedBlockingQueue<>();
    private final ServerSocket server;
    private volatile Socket connection = new Socket();
    private volatile boolean refusing;

    TinyWebSocketServer() {
        try {
            server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::accept);
    }

    URI url() {
        return URI.create("ws://localhost:" + server.getLocalPort() + "/ws");
    }

    /** Answers handshakes with 401 from now on. */
    void refuse() {
        refusing = true;
    }

    void text(String text) throws IOException {
        frame(0x80 | TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same in two fragments. */
    void fragments(String first, String second) throws IOException {
        frame(TEXT, first.getBytes(StandardCharsets.UTF_8));
        frame(0x80, second.getBytes(StandardCharsets.UTF_8));
    }

    void bye(int code, String reason) throws IOException {
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        frame(
                0x80 | CLOSE,
                ByteBuffer.allocate(2 + text.length).putShort((short) code).put(text).array());
    }

    /** Ends the connection without a word, as a killed server does. */
    void cut() throws IOException {
        connection.close();
    }

    @Override
    public void close() throws IOException {
        connection.close();
        server.close();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                DataInputStream in =
                        new DataInputStream(new BufferedInputStream(socket.getInputStream()));
                Map<String, String> headers = headers(in);
                if (refusing) {
                    write(socket, "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
                    socket.close();
                    continue;
                }
                write(
                        socket,
                        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                                + "Connection: Upgrade\r\nSec-WebSocket-Accept: "
                                + accept(headers.getOrDefault("sec-websocket-key", ""))
                                + "\r\n\r\n");
                connection = socket;
                handshakes.add(headers);
                Thread.startVirtualThread(() -> read(in));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void read(DataInputStream in) {
        try {
            while (true) {
                int opcode = in.readUnsignedByte() & 0x0f;
                int length = in.readUnsignedByte() & 0x7f;
                length = length == 126 ? in.readUnsignedShort() : length;
                byte[] mask = in.readNBytes(4);
                byte[] payload = in.readNBytes(length);
                for (int i = 0; i < payload.length; i++) {
                    payload[i] ^= mask[i % 4];
                }
                if (opcode == TEXT) {
                    received.add(new String(payload, StandardCharsets.UTF_8));
                }
                if (opcode == CLOSE) {
                    connection.close();
                    return;
                }
            }
        } catch (IOException e) {
            received.add("(closed)");
        }
    }

    private void frame(int head, byte[] payload) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(4 + payload.length).put((byte) head);
        if (payload.length < 126) {
            frame.put((byte) payload.length);
        } else {
            frame.put((byte) 126).putShort((short) payload.length);
        }
        OutputStream out = connection.getOutputStream();
        out.write(frame.put(payload).array(), 0, frame.position());
        out.flush();
    }

    private static Map<String, String> headers(DataInputStream in) throws IOException {
        Map<String, String> headers = new HashMap<>();
        StringBuilder line = new StringBuilder();
        while (true) {
            int next = in.read();
            if (next == '\n') {
                String text = line.toString().strip();
                line.setLength(0);
                if (text.isEmpty()) {
                    return headers;
                }
                int colon = text.indexOf(':');
                if (colon > 0) {
                    headers.put(
                            text.substring(0, colon).toLowerCase(Locale.ROOT),
                            text.substring(colon + 1).strip());
                }
            } else if (next < 0) {
                throw new IOException("The handshake ended early");
            } else {
                line.append((char) next);
            }
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String accept(String key) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-1")
                            .digest((key + MAGIC).getBytes(StandardCharsets.ISO_8859_1));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
