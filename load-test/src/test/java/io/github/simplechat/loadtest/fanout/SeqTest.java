package io.github.simplechat.loadtest.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SeqTest {

    @Test
    void the_number_is_found_wherever_it_stands() {
        assertThat(Seq.of(json("{\"version\":7,\"seq\":1234,\"x\":1}"))).isEqualTo(1_234);
        assertThat(Seq.of(json("{\"seq\":5}"))).isEqualTo(5);
    }

    @Test
    void what_has_none_is_refused() {
        assertThatThrownBy(() -> Seq.of(json("{\"msg\":\"connection success\"}")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ByteBuffer json(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
