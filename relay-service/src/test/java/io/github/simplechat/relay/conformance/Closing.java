package io.github.simplechat.relay.conformance;

import static io.github.simplechat.relay.conformance.Wire.hex;
import static io.github.simplechat.relay.conformance.Wire.request;
import static io.github.simplechat.relay.conformance.Wire.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.relay.testing.RawSocket;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Group 7: how a connection is closed. */
interface Closing extends Wire {

    private static byte[] closeFrame(int code, byte[] reason) {
        return RawSocket.frame(
                FIN | CLOSE,
                ByteBuffer.allocate(2 + reason.length).putShort((short) code).put(reason).array());
    }

    @Test
    default void given_a_close_of_nothing_when_sent_then_it_is_answered_and_all_is_over()
            throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(FIN | CLOSE, "");
            assertThat(socket.closeCode()).isIn(0, 1000);
            assertThat(socket.isAtEnd()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            ints = {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000, 4999})
    default void given_a_code_that_may_be_sent_when_closing_then_it_comes_back(int code)
            throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(closeFrame(code, utf8("until later")));
            assertThat(socket.closeCode()).isEqualTo(code);
            assertThat(socket.isAtEnd()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65_535})
    default void given_a_code_that_nobody_may_send_when_closing_then_it_ends_with_1002(int code)
            throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(closeFrame(code, new byte[0]));
            assertThat(socket.closeCode()).isEqualTo(1002);
        }
        try (RawSocket socket = connect()) {
            socket.send(closeFrame(code, utf8("reason")));
            assertThat(socket.closeCode()).isEqualTo(1002);
        }
    }

    @Test
    default void given_one_byte_when_closing_then_it_ends_with_1002() throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(FIN | CLOSE, "a");
            assertThat(socket.closeCode()).isEqualTo(1002);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1000", "122, 1000", "123, 1000", "124, 1002"})
    default void given_a_reason_of_a_length_when_closing_then_123_bytes_are_the_most(
            int length, int code) throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(closeFrame(1000, utf8("*".repeat(length))));
            assertThat(socket.closeCode()).isEqualTo(code);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ff", "cebae1bdb9eda080", "f4908080", "e282"})
    default void given_a_reason_that_is_no_text_when_closing_then_it_is_refused(String hex)
            throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(closeFrame(1000, hex(hex)));
            assertThat(socket.closeCode()).as("a container may say 1002").isIn(1007, 1002);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {FIN | TEXT, FIN | PING, FIN | CLOSE, TEXT, FIN | 3})
    default void given_frames_after_a_close_when_sent_then_nothing_answers_them(int first)
            throws IOException {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        frames.writeBytes(closeFrame(1000, new byte[0]));
        frames.writeBytes(RawSocket.frame(first, request(100)));
        try (RawSocket socket = connect()) {
            socket.send(frames.toByteArray());
            assertThat(socket.receive().closeCode()).isEqualTo(1000);
            assertThat(socket.isAtEnd()).isTrue();
        }
    }
}
