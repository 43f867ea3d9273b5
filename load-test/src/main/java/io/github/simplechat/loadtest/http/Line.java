package io.github.simplechat.loadtest.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One HTTP/1.1 connection, kept open as long as the server lets it, with as little work for each
 * request as possible, so that the generator does not measure itself. Not thread-safe.
 */
public final class Line implements AutoCloseable {

    private static final int BUFFER = 8_192;
    private static final int LONGEST_MILLIS = 60_000;

    private final URI server;
    private final StringBuilder header = new StringBuilder();
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private boolean spent;

    /** A connection to a server. */
    public Line(URI server) throws IOException {
        this.server = server;
        this.socket = connect(server);
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        this.out = socket.getOutputStream();
    }

    private static Socket connect(URI server) throws IOException {
        Socket socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(LONGEST_MILLIS);
        return socket;
    }

    private void reconnect() throws IOException {
        socket.close();
        socket = connect(server);
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        out = socket.getOutputStream();
        spent = false;
    }

    /** What a server has answered. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Reply(int status, byte[] body) {}

    /**
     * Sends a whole request and reads the whole answer; on a new connection when the one before was
     * closed or has failed.
     */
    public Reply exchange(byte[] request) throws IOException {
        if (spent) {
            reconnect();
        }
        spent = true;
        out.write(request);
        String status = header();
        long length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String line = header(); !line.isEmpty(); line = header()) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(line.substring("content-length:".length()).strip());
            } else if (lower.startsWith("transfer-encoding:") && lower.endsWith("chunked")) {
                chunked = true;
            } else if (lower.equals("connection: close")) {
                last = true;
            }
        }
        byte[] body = chunked ? chunks() : in.readNBytes((int) length);
        spent = last;
        int code = Integer.parseInt(status, "HTTP/1.1 ".length(), "HTTP/1.1 200".length(), 10);
        return new Reply(code, body);
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunk(); size > 0; size = chunk()) {
            body.write(in.readNBytes(size));
            var _ = header();
        }
        var _ = header();
        return body.toByteArray();
    }

    private int chunk() throws IOException {
        return Integer.parseInt(header(), 16);
    }

    private String header() throws IOException {
        header.setLength(0);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The server has closed the connection");
            }
            if (c != '\r') {
                header.append((char) c);
            }
        }
        return header.toString();
    }

    /** A GET, ready to be sent. */
    public static byte[] get(String path, String token) {
        return """
        GET %s HTTP/1.1\r
        Host: localhost\r
        Authorization: Bearer %s\r
        \r
        """
                .formatted(path, token)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A POST of JSON, ready to be sent. */
    public static byte[] post(String path, String token, String moreHeaders, String json) {
        return """
        POST %s HTTP/1.1\r
        Host: localhost\r
        Authorization: Bearer %s\r
        Content-Type: application/json\r
        Content-Length: %d\r
        %s\r
        %s\
        """
                .formatted(
                        path,
                        token,
                        json.getBytes(StandardCharsets.UTF_8).length,
                        moreHeaders,
                        json)
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
