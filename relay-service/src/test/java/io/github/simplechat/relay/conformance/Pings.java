package io.github.simplechat.relay.conformance;

import static io.github.simplechat.relay.conformance.Wire.assertUnderstood;
import static io.github.simplechat.relay.conformance.Wire.request;
import static io.github.simplechat.relay.conformance.Wire.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.relay.testing.RawSocket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Group 2: every ping has its pong, and a pong has no answer. */
interface Pings extends Wire {

    private static void assertPong(RawSocket socket, String payload) throws IOException {
        assertThat(socket.receive()).isEqualTo(new RawSocket.Received(FIN | PONG, payload, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 124, 125})
    default void given_a_ping_of_a_length_when_sent_then_the_pong_has_its_bytes(int length)
            throws IOException {
        String payload = "\u0000\u007f*".repeat(42).substring(0, length);
        try (RawSocket socket = connect()) {
            socket.send(FIN | PING, payload);
            assertPong(socket, payload);
            socket.sendChopped(RawSocket.frame(FIN | PING, utf8(payload)), 1);
            assertPong(socket, payload);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {PING, PONG, CLOSE})
    default void given_126_bytes_in_a_control_frame_when_sent_then_it_ends_with_1002(int kind)
            throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(FIN | kind, "*".repeat(126));
            assertThat(socket.closeCode()).isEqualTo(1002);
        }
    }

    @Test
    default void given_pongs_that_nobody_asked_for_when_sent_then_only_the_ping_is_answered()
            throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(FIN | PONG, "").send(FIN | PONG, "unsolicited").send(FIN | PING, "asked");
            assertPong(socket, "asked");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 13, 1_024})
    default void given_ten_pings_at_once_when_sent_then_their_pongs_come_in_order(int piece)
            throws IOException {
        ByteArrayOutputStream pings = new ByteArrayOutputStream();
        for (int i = 0; i < 10; i++) {
            pings.writeBytes(RawSocket.frame(FIN | PING, utf8("ping " + i)));
        }
        try (RawSocket socket = connect()) {
            socket.sendChopped(pings.toByteArray(), piece);
            for (int i = 0; i < 10; i++) {
                assertPong(socket, "ping " + i);
            }
            socket.send(RawSocket.frame(FIN | TEXT, request(125)));
            assertUnderstood(socket);
        }
    }
}
