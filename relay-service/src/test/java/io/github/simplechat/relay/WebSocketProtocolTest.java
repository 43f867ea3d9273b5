package io.github.simplechat.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.relay.platform.RelaySettings.Engine;
import io.github.simplechat.relay.testing.RawSocket;
import io.github.simplechat.relay.testing.RelayProcess;
import io.github.simplechat.stores.EmbeddedRedis;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What RFC 6455 asks of a server, on the wire. */
@ParameterizedClass
@EnumSource(Engine.class)
@SuppressWarnings("NullAway") // all is set before the first test
class WebSocketProtocolTest {

    private static final String LISTEN = "{\"topic\":\"event.client\",\"data\":{\"type\":\"all\"}}";
    private static final int TEXT = 0x81;

    @Parameter Engine engine;

    private static EmbeddedRedis redis;
    private static RelayProcess relay;

    @BeforeParameterizedClassInvocation
    static void start(Engine engine) {
        redis = EmbeddedRedis.temporary();
        relay = new RelayProcess(redis.url(), RelayProcess.on(engine));
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        relay.close();
        redis.close();
    }

    private static RawSocket connect(String... headers) throws IOException {
        return new RawSocket(
                relay.address("ws", "/ws"), relay.tokens().valid(UUID.randomUUID()), headers);
    }

    @Test
    void the_handshake_proves_that_the_key_was_read_and_agrees_to_no_extension()
            throws IOException {
        try (RawSocket socket = connect("Sec-WebSocket-Extensions: permessage-deflate")) {
            assertThat(socket.handshake()).startsWith("HTTP/1.1 101");
            assertThat(socket.header("sec-websocket-accept"))
                    .isEqualTo("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
            assertThat(socket.header("sec-websocket-extensions")).isNull();
        }
    }

    @Test
    void a_request_in_fragments_with_a_ping_between_them_is_answered() throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(0x01, LISTEN.substring(0, 7)).send(0x89, "beat");
            assertThat(socket.receive()).isEqualTo(new RawSocket.Received(0x8A, "beat", 0));
            socket.send(0x00, "").send(0x00, LISTEN.substring(7, 20));
            socket.send(0x80, LISTEN.substring(20));
            assertThat(socket.receive().text()).contains("connection success");
        }
    }

    @Test
    void bytes_may_come_one_by_one() throws IOException {
        try (RawSocket socket = connect()) {
            for (byte one : RawSocket.frame(TEXT, LISTEN.getBytes(StandardCharsets.UTF_8))) {
                socket.send(new byte[] {one});
            }
            assertThat(socket.receive().text()).contains("connection success");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 3000, 4999})
    void a_close_is_answered_with_its_code_and_the_end(int code) throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(
                    RawSocket.frame(0x88, ByteBuffer.allocate(2).putShort((short) code).array()));
            assertThat(socket.closeCode()).isEqualTo(code);
            assertThat(socket.isAtEnd()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "an unknown opcode, 8380",
        "a reserved bit, c18100000000aa",
        "no mask, 810161",
        "a long ping, 89fe007e00000000",
        "a fragmented ping, 098000000000",
        "a continuation of nothing, 808000000000",
        "a close of one byte, 88810000000003",
        "a close code that nobody may send, 88820000000003ed",
    })
    void what_breaks_the_protocol_ends_with_1002(String what, String hex) throws IOException {
        try (RawSocket socket = connect()) {
            byte[] bytes = HexFormat.of().parseHex(hex);
            socket.send(Arrays.copyOf(bytes, Math.max(bytes.length, 6)));
            assertThat(socket.closeCode()).as(what).isEqualTo(1002);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"c080", "eda080", "f4908080", "ff", "e282"})
    void text_that_is_no_utf8_ends_with_1007(String hex) throws IOException {
        try (RawSocket socket = connect()) {
            socket.send(RawSocket.frame(TEXT, HexFormat.of().parseHex(hex)));
            assertThat(socket.closeCode()).isEqualTo(1007);
        }
    }

    @Test
    void a_message_is_too_long_even_in_fragments() throws IOException {
        try (RawSocket socket = connect()) {
            String half = "x".repeat(33 * 1024);
            socket.send(0x01, half).send(0x80, half);
            assertThat(socket.closeCode()).isEqualTo(1009);
        }
    }
}
