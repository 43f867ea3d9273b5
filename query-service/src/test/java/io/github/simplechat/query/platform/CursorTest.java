package io.github.simplechat.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.query.platform.web.Cursor;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void a_cursor_leads_back_to_its_place() {
        UUID id = UUID.randomUUID();

        assertThat(Cursor.place(Cursor.of("방 1\u0001x"))).isEqualTo("방 1\u0001x");
        assertThat(Cursor.id(Cursor.of(id.toString()))).isEqualTo(id);
        assertThat(Cursor.id(null)).isNull();
        assertThat(Cursor.of("?>")).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "%%%", "gIA", "a b"})
    void what_is_no_cursor_is_refused(String nonsense) {
        assertThatThrownBy(() -> Cursor.place(nonsense)).isInstanceOf(Rejection.class);
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        assertThatThrownBy(() -> Cursor.id(Cursor.of("general"))).isInstanceOf(Rejection.class);
    }
}
