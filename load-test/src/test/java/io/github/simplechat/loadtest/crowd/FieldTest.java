package io.github.simplechat.loadtest.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FieldTest {

    private static final ByteBuffer EVENT =
            bytes("{\"data\":{\"msg-type\":\"room.message\",\"version\":1204,\"seq\":7}}");

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_field_is_found_only_where_it_is() {
        assertThat(Field.EVENT.isIn(EVENT)).isTrue();
        assertThat(Field.WELCOME.isIn(EVENT)).isFalse();
        assertThat(Field.WELCOME.isIn(bytes("{\"msg\":\"connection success\"}"))).isTrue();
    }

    @Test
    void a_number_ends_where_its_digits_end() {
        assertThat(Field.VERSION.numberIn(EVENT)).isEqualTo(1204);
        assertThat(Field.VERSION.numberIn(bytes("{\"version\":0}"))).isZero();
        assertThat(Field.VERSION.numberIn(bytes("{\"version\":-1}"))).isEqualTo(-1);
        assertThat(Field.VERSION.numberIn(bytes("\"version\":12"))).isEqualTo(12);
    }

    @Test
    void a_part_of_a_buffer_is_looked_at_from_its_position() {
        ByteBuffer later = bytes("{\"version\":1}{\"version\":2}");
        later.position(13);

        assertThat(Field.VERSION.numberIn(later)).isEqualTo(2);
    }

    @Test
    void given_no_number_then_what_was_told_is_in_the_error() {
        assertThatThrownBy(() -> Field.VERSION.numberIn(bytes("{\"nothing\":1}")))
                .hasMessageContaining("{\"nothing\":1}");
    }
}
