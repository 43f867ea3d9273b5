package io.github.simplechat.relay.conformance;

import static io.github.simplechat.relay.conformance.Wire.assertNoRequest;
import static io.github.simplechat.relay.conformance.Wire.assertUnderstood;
import static io.github.simplechat.relay.conformance.Wire.request;
import static io.github.simplechat.relay.conformance.Wire.sendFragments;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.relay.testing.RawSocket;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups 1, 9 and 10: messages of every length, in one frame, in fragments and in pieces. */
interface Messages extends Wire {

    @ParameterizedTest
    @ValueSource(ints = {125, 126, 127, 128, 65_535, 65_536})
    default void given_a_text_of_a_length_when_sent_then_it_is_understood(int length)
            throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(RawSocket.frame(FIN | TEXT, request(length)));
            assertUnderstood(socket);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 125, 126, 127, 128, 65_535, 65_536})
    default void given_bytes_of_a_length_when_sent_then_they_are_taken_for_no_request(int length)
            throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(RawSocket.frame(FIN | BINARY, new byte[length]));
            assertNoRequest(socket);
        }
    }

    @Test
    default void given_an_empty_text_when_sent_then_it_is_taken_for_no_request()
            throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(FIN | TEXT, "");
            assertNoRequest(socket);
        }
    }

    @ParameterizedTest
    @CsvSource({"128, 1", "65535, 997", "65536, 997", "65536, 8192"})
    default void given_a_frame_in_pieces_when_sent_then_it_is_understood(int length, int piece)
            throws IOException {
        try (RawSocket socket = connect()) {
            socket.sendChopped(RawSocket.frame(FIN | TEXT, request(length)), piece);
            assertUnderstood(socket);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 256, 1_024, 1_300, 4_096, 16_384, 65_535})
    default void given_the_longest_message_in_fragments_when_sent_then_it_is_understood(int size)
            throws IOException {
        try (RawSocket socket = connect()) {
            sendFragments(socket, TEXT, request(LIMIT), size);
            assertUnderstood(socket);
            sendFragments(socket, BINARY, new byte[LIMIT], size);
            assertNoRequest(socket);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1_300, 65_536, 65_537})
    default void given_a_message_above_the_limit_when_sent_then_it_ends_with_1009(int size)
            throws IOException {
        try (RawSocket socket = connect()) {
            sendFragments(socket, TEXT, request(LIMIT + 1), size);
            assertThat(socket.closeCode()).isEqualTo(1009);
        }
    }
}
