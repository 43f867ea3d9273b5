package io.github.simplechat.relay.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.relay.testing.RawSocket;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups 3 and 4: bits and opcodes that nobody has agreed on, and a frame without a mask. */
interface Reserved extends Wire {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    default void given_reserved_bits_when_sent_then_they_end_with_1002(int bits)
            throws IOException {
        for (int kind : new int[] {TEXT, BINARY, CLOSE, PING, PONG}) {
            assertRefused(FIN | bits << 4 | kind, "");
            assertRefused(FIN | bits << 4 | kind, "payload");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6, 7, 11, 12, 13, 14, 15})
    default void given_a_reserved_opcode_when_sent_then_it_ends_with_1002(int opcode)
            throws IOException {
        assertRefused(FIN | opcode, "");
        assertRefused(FIN | opcode, "payload");
    }

    @Test
    default void given_a_frame_without_a_mask_when_sent_then_it_ends_with_1002()
            throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(new byte[] {(byte) (FIN | TEXT), 1, 'a'});
            assertThat(socket.closeCode()).isEqualTo(1002);
        }
    }

    private void assertRefused(int first, String payload) throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(first, payload);
            assertThat(socket.closeCode()).as("first byte %02x", first).isEqualTo(1002);
        }
    }
}
