package io.github.simplechat.relay.conformance;

import static io.github.simplechat.relay.conformance.Wire.BINARY;
import static io.github.simplechat.relay.conformance.Wire.FIN;
import static io.github.simplechat.relay.conformance.Wire.LIMIT;
import static io.github.simplechat.relay.conformance.Wire.PING;
import static io.github.simplechat.relay.conformance.Wire.TEXT;
import static io.github.simplechat.relay.conformance.Wire.hex;
import static io.github.simplechat.relay.conformance.Wire.request;
import static io.github.simplechat.relay.conformance.Wire.sendFragments;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.relay.testing.RawSocket;
import io.github.simplechat.relay.testing.RelayProcess;
import io.github.simplechat.stores.EmbeddedRedis;
import java.io.IOException;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.Deflater;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups 12 and 13: RFC 7692, without context on either side, the only form that is agreed to. */
@SuppressWarnings("NullAway") // all is set before the first test
class PackedConformanceTest {

    private static final int PACKED = 0x40;

    private static EmbeddedRedis redis;
    private static RelayProcess relay;

    @BeforeAll
    static void start() {
        redis = EmbeddedRedis.temporary();
        relay = new RelayProcess(redis.url(), "--chat.relay.deflate=true");
    }

    @AfterAll
    static void stop() {
        relay.close();
        redis.close();
    }

    private static RawSocket connect() throws IOException {
        return new RawSocket(
                relay.address("ws", "/ws"),
                relay.tokens().valid(UUID.randomUUID()),
                "Sec-WebSocket-Extensions: permessage-deflate");
    }

    /** Packs with any level and strategy, as clients differ in theirs. */
    private static byte[] pack(byte[] message, int level, int strategy) {
        try (Deflater deflater = new Deflater(level, true)) {
            deflater.setStrategy(strategy);
            deflater.setInput(message);
            byte[] packed = new byte[message.length + 1_024];
            int length = 0;
            while (!deflater.needsInput()) {
                length +=
                        deflater.deflate(
                                packed, length, packed.length - length, Deflater.SYNC_FLUSH);
            }
            return Arrays.copyOf(packed, length - 4);
        }
    }

    private static byte[] pack(byte[] message) {
        return pack(message, Deflater.DEFAULT_COMPRESSION, Deflater.DEFAULT_STRATEGY);
    }

    private static void assertUnderstood(RawSocket socket) throws IOException {
        assertThat(socket.receivePacked()).contains("connection success");
    }

    private static void assertNoRequest(RawSocket socket) throws IOException {
        assertThat(socket.receivePacked()).contains("invalid-request");
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 256, 1_024, 4_096, 32_768, LIMIT})
    void given_packed_messages_of_a_length_when_sent_then_each_is_understood(int length)
            throws IOException {
        try (RawSocket socket = connect()) {
            for (int i = 0; i < 3; i++) {
                socket.send(RawSocket.frame(FIN | PACKED | TEXT, pack(request(length))));
                assertUnderstood(socket);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"stored, 0, 0", "fast, 1, 0", "best, 9, 0", "filtered, 6, 1", "only huffman, 6, 2"})
    void given_any_way_of_packing_when_sent_then_it_is_understood(
            String what, int level, int strategy) throws IOException {
        try (RawSocket socket = connect()) {
            byte[] packed = pack(request(1_024), level, strategy);
            socket.send(RawSocket.frame(FIN | PACKED | TEXT, packed));
            assertUnderstood(socket);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "one block, f248cdc9c90700",
        "a stored block, 000500faff48656c6c6f00",
        "a final block, f348cdc9c9070000",
        "two blocks, f24805000000ffffcac9c90700",
        "an empty block, 00",
        "an empty frame, ''",
    })
    void given_the_forms_that_a_packed_message_may_have_when_sent_then_it_is_taken(
            String what, String hex) throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(RawSocket.frame(FIN | PACKED | TEXT, hex(hex)));
            assertNoRequest(socket);
            socket.send(RawSocket.frame(FIN | PACKED | BINARY, hex(hex)));
            assertNoRequest(socket);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64})
    void given_a_packed_message_in_fragments_with_a_ping_when_sent_then_it_is_understood(int size)
            throws IOException {
        byte[] packed = pack(request(4_096));
        try (RawSocket socket = connect()) {
            socket.send(RawSocket.frame(PACKED | TEXT, new byte[0])).send(FIN | PING, "between");
            assertThat(socket.receive().text()).isEqualTo("between");
            sendFragments(socket, 0, packed, size);
            assertUnderstood(socket);
        }
    }

    @Test
    void given_a_plain_message_among_packed_ones_when_sent_then_it_is_understood()
            throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(RawSocket.frame(FIN | TEXT, request(128)));
            assertUnderstood(socket);
            sendFragments(socket, TEXT, request(128), 50);
            assertUnderstood(socket);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "a packed continuation, 01 c0",
        "a packed continuation of a packed text, 41 c0",
        "a packed ping, c9",
        "a packed close, c8",
        "another reserved bit, e1",
        "a continuation of nothing, c0",
    })
    void given_the_bit_out_of_place_when_sent_then_it_ends_with_1002(String what, String frames)
            throws IOException {
        try (RawSocket socket = connect()) {
            for (String first : frames.split(" ", -1)) {
                socket.send(Integer.parseInt(first, 16), "");
            }
            assertThat(socket.closeCode()).as(what).isEqualTo(1002);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "a block of no kind, 0707070707",
        "a stored block of two lengths, 00050000004865",
        "a distance before the beginning, 4b04e2",
    })
    void given_bytes_that_were_not_packed_when_sent_then_they_end_with_1002(String what, String hex)
            throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(RawSocket.frame(FIN | PACKED | TEXT, hex(hex)));
            assertThat(socket.closeCode()).as(what).isEqualTo(1002);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {LIMIT + 1, 100 * LIMIT})
    void given_a_message_above_the_limit_when_unpacked_then_it_ends_with_1009(int length)
            throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(RawSocket.frame(FIN | PACKED | TEXT, pack(request(length))));
            assertThat(socket.closeCode()).isEqualTo(1009);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ff", "c0af", "eda080", "f4908080", "e282"})
    void given_packed_bytes_that_are_no_text_when_sent_then_they_end_with_1007(String hex)
            throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(RawSocket.frame(FIN | PACKED | TEXT, pack(hex(hex))));
            assertThat(socket.closeCode()).isEqualTo(1007);
        }
    }
}
