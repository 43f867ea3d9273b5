package io.github.simplechat.relay.conformance;

import static io.github.simplechat.relay.conformance.Wire.assertUnderstood;
import static io.github.simplechat.relay.conformance.Wire.request;
import static io.github.simplechat.relay.conformance.Wire.sendFragments;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.relay.testing.RawSocket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Group 5: what may be cut into fragments, and what may stand between them. */
interface Fragments extends Wire {

    @ParameterizedTest
    @ValueSource(ints = {PING, PONG, CLOSE})
    default void given_a_control_frame_in_fragments_when_sent_then_it_ends_with_1002(int kind)
            throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(kind, "half").send(FIN, "other");
            assertThat(socket.closeCode()).isEqualTo(1002);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "a last continuation of nothing, 80",
        "a continuation of nothing, 00",
        "a continuation after a whole message, 81 80",
        "a continuation after the last fragment, 01 80 00",
        "a text within a text, 01 81",
        "bytes within a text, 01 00 82",
        "the beginning of a text within a text, 01 01",
        "a text within bytes, 02 00 81",
    })
    default void given_fragments_out_of_place_when_sent_then_they_end_with_1002(
            String what, String frames) throws IOException {
        try (RawSocket socket = connect()) {
            for (String first : frames.split(" ", -1)) {
                socket.send(Integer.parseInt(first, 16), "x");
            }
            assertThat(socket.closeCode()).as(what).isEqualTo(1002);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 1024", "7, 3", "40, 1024"})
    default void given_fragments_in_pieces_when_sent_then_the_message_is_understood(
            int size, int piece) throws IOException {
        byte[] message = request(125);
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (int from = 0; from < message.length; from += size) {
            byte[] part = Arrays.copyOfRange(message, from, Math.min(from + size, message.length));
            frames.writeBytes(RawSocket.frame(from == 0 ? TEXT : 0, part));
        }
        frames.writeBytes(RawSocket.frame(FIN, new byte[0]));
        try (RawSocket socket = connect()) {
            socket.sendChopped(frames.toByteArray(), piece);
            assertUnderstood(socket);
        }
    }

    @Test
    default void given_pings_between_fragments_when_sent_then_all_is_answered() throws IOException {
        byte[] message = request(125);
        try (RawSocket socket = connect()) {
            socket.send(RawSocket.frame(TEXT, Arrays.copyOf(message, 50)));
            for (int i = 0; i < 5; i++) {
                socket.send(FIN | PING, "between " + i).send(FIN | PONG, "").send(0, "");
                assertThat(socket.receive().text()).isEqualTo("between " + i);
            }
            socket.send(RawSocket.frame(FIN, Arrays.copyOfRange(message, 50, 125)));
            assertUnderstood(socket);
        }
    }

    @Test
    default void given_a_close_between_fragments_when_sent_then_it_is_answered()
            throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(TEXT, "half").send(FIN | CLOSE, "");
            assertThat(socket.closeCode()).isIn(0, 1000);
        }
    }

    @Test
    default void given_a_thousand_fragments_when_sent_then_the_message_is_understood()
            throws IOException {
        try (RawSocket socket = connect()) {
            sendFragments(socket, TEXT, request(1_000), 1);
            assertUnderstood(socket);
        }
    }
}
