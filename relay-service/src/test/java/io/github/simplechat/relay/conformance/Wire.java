package io.github.simplechat.relay.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.relay.testing.RawSocket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A way to the server under test, and requests of any length that it answers when they are whole.
 */
interface Wire {

    int TEXT = 0x1;
    int BINARY = 0x2;
    int CLOSE = 0x8;
    int PING = 0x9;
    int PONG = 0xA;
    int FIN = 0x80;
    int LIMIT = 64 * 1024;

    /** A new connection. */
    RawSocket connect(String... headers) throws IOException;

    /** A request of that many bytes. */
    static byte[] request(int length) {
        byte[] json = utf8("{\"topic\":\"event.client\",\"data\":{\"type\":\"all\"}}");
        byte[] request = Arrays.copyOf(json, length);
        Arrays.fill(request, json.length, length, (byte) ' ');
        return request;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    /** A message in fragments of that many bytes. */
    static void sendFragments(RawSocket socket, int kind, byte[] message, int size)
            throws IOException {
        for (int from = 0; from < message.length; from += size) {
            int to = Math.min(from + size, message.length);
            int first = (from == 0 ? kind : 0) | (to == message.length ? FIN : 0);
            socket.send(RawSocket.frame(first, Arrays.copyOfRange(message, from, to)));
        }
    }

    /** The request has come as it was sent. */
    static void assertUnderstood(RawSocket socket) throws IOException {
        assertThat(socket.receive().text()).contains("connection success");
    }

    /** The message has come, and is none that a client should send. */
    static void assertNoRequest(RawSocket socket) throws IOException {
        assertThat(socket.receive().text()).contains("invalid-request");
    }
}
