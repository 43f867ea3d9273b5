package io.github.simplechat.loadtest.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderTest {

    private final FrameReader reader = new FrameReader();
    private final List<String> frames = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, 1_000, 100_000})
    void given_frames_of_all_sizes_when_they_come_in_any_pieces_then_each_is_told_once_and_whole(
            int piece) {
        String small = "a".repeat(125);
        String medium = "b".repeat(126);
        String large = "c".repeat(70_000);
        byte[] wire =
                concat(
                        frame(1, small),
                        frame(9, ""),
                        frame(1, medium),
                        frame(1, large),
                        frame(1, "d"));

        for (int from = 0; from < wire.length; from += piece) {
            reader.read(
                    ByteBuffer.wrap(wire, from, Math.min(piece, wire.length - from)).slice(),
                    (opcode, payload) ->
                            frames.add(opcode + ":" + StandardCharsets.US_ASCII.decode(payload)));
        }

        assertThat(frames).containsExactly("1:" + small, "9:", "1:" + medium, "1:" + large, "1:d");
    }

    private static byte[] frame(int opcode, String text) {
        ByteBuffer frame = ByteBuffer.allocate(text.length() + 10).put((byte) (0x80 | opcode));
        if (text.length() < 126) {
            frame.put((byte) text.length());
        } else if (text.length() <= 0xFFFF) {
            frame.put((byte) 126).putShort((short) text.length());
        } else {
            frame.put((byte) 127).putLong(text.length());
        }
        frame.put(text.getBytes(StandardCharsets.US_ASCII)).flip();
        byte[] bytes = new byte[frame.remaining()];
        frame.get(bytes);
        return bytes;
    }

    private static byte[] concat(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(100_000);
        for (byte[] part : parts) {
            all.put(part);
        }
        byte[] bytes = new byte[all.flip().remaining()];
        all.get(bytes);
        return bytes;
    }
}
