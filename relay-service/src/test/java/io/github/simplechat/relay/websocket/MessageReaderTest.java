package io.github.simplechat.relay.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.simplechat.relay.testing.RawSocket;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageReaderTest {

    private static final int LIMIT = 64 * 1024;

    private final Heard heard = new Heard();

    private static final class Heard implements MessageSink {

        private final List<String> all = new ArrayList<>();

        @Override
        public void text(String text) {
            all.add("text " + text);
        }

        @Override
        public void binary(byte[] bytes) {
            all.add("binary " + bytes.length);
        }

        @Override
        public void ping(byte[] bytes) {
            all.add("ping " + bytes.length);
        }

        @Override
        public void pong() {
            all.add("pong");
        }

        @Override
        public void close(int code) {
            all.add("close " + code);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void given_a_stream_cut_anywhere_when_read_then_the_messages_are_the_same(long seed)
            throws Violation {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.writeBytes(RawSocket.frame(0x01, utf8("안녕")));
        stream.writeBytes(RawSocket.frame(0x89, utf8("beat")));
        stream.writeBytes(RawSocket.frame(0x00, new byte[0]));
        stream.writeBytes(RawSocket.frame(0x80, utf8(" 🙂")));
        stream.writeBytes(RawSocket.frame(0x82, new byte[70]));
        stream.writeBytes(RawSocket.frame(0x82, new byte[LIMIT]));
        stream.writeBytes(RawSocket.frame(0x8A, new byte[0]));
        stream.writeBytes(RawSocket.frame(0x81, new byte[0]));
        stream.writeBytes(RawSocket.frame(0x88, new byte[] {0x0F, (byte) 0xA1}));
        stream.writeBytes(utf8("what follows is thrown away"));
        Random random = new Random(seed);
        ByteBuffer all = ByteBuffer.wrap(stream.toByteArray());
        MessageReader reader = new MessageReader(LIMIT, false);
        while (all.hasRemaining()) {
            int length = Math.min(all.remaining(), 1 + random.nextInt(seed % 2 == 0 ? 9 : 4_000));
            reader.read(all.slice(all.position(), length), heard);
            all.position(all.position() + length);
        }
        assertThat(heard.all)
                .containsExactly(
                        "ping 4",
                        "text 안녕 🙂",
                        "binary 70",
                        "binary 65536",
                        "pong",
                        "text ",
                        "close 4001");
    }

    @Test
    void given_half_a_character_too_many_when_read_then_it_fails_before_the_message_ends() {
        MessageReader reader = new MessageReader(LIMIT, false);
        byte[] frame = RawSocket.frame(0x01, new byte[] {'a', (byte) 0xED, (byte) 0xA0});
        assertThatThrownBy(() -> reader.read(ByteBuffer.wrap(frame), heard))
                .isInstanceOfSatisfying(Violation.class, e -> assertThat(e.code()).isEqualTo(1007));
    }

    @Test
    void given_packing_was_agreed_when_a_packed_message_comes_then_it_is_unpacked()
            throws Violation {
        String text = "packed ".repeat(1_000);
        byte[] packed = Deflation.pack(utf8(text));
        assertThat(packed).hasSizeLessThan(200);
        new MessageReader(LIMIT, true).read(ByteBuffer.wrap(RawSocket.frame(0xC1, packed)), heard);
        assertThat(heard.all).containsExactly("text " + text);
    }

    @Test
    void given_a_small_frame_that_unpacks_to_far_more_when_read_then_it_is_too_long() {
        byte[] bomb = Deflation.pack(new byte[10 * LIMIT]);
        assertThat(bomb).hasSizeLessThan(2_000);
        MessageReader reader = new MessageReader(LIMIT, true);
        assertThatThrownBy(() -> reader.read(ByteBuffer.wrap(RawSocket.frame(0xC2, bomb)), heard))
                .isInstanceOfSatisfying(Violation.class, e -> assertThat(e.code()).isEqualTo(1009));
    }

    @Test
    void given_rubbish_that_says_it_is_packed_when_read_then_it_breaks_the_protocol() {
        MessageReader reader = new MessageReader(LIMIT, true);
        byte[] frame = RawSocket.frame(0xC1, new byte[] {7, 7, 7, 7, 7});
        assertThatThrownBy(() -> reader.read(ByteBuffer.wrap(frame), heard))
                .isInstanceOfSatisfying(Violation.class, e -> assertThat(e.code()).isEqualTo(1002));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "permessage-deflate",
                "permessage-deflate; client_max_window_bits",
                "x-webkit-deflate-frame, permessage-deflate; server_max_window_bits=10, permessage-deflate",
                "permessage-deflate; server_no_context_takeover; client_max_window_bits=\"12\""
            })
    void offers_that_can_be_agreed_to(String offer) {
        assertThat(Deflation.isOffered(offer)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "deflate",
                "permessage-deflate; server_max_window_bits=10",
                "permessage-deflate; surprise",
                "permessage-deflate; client_max_window_bits=16",
                "permessage-deflate; client_max_window_bits; client_max_window_bits"
            })
    void offers_that_cannot(String offer) {
        assertThat(Deflation.isOffered(offer)).isFalse();
    }
}
