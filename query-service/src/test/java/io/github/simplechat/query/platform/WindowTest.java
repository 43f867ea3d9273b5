package io.github.simplechat.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.query.Page.Cursors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WindowTest {

    private static Window of(
            @Nullable Long before,
            @Nullable Long after,
            @Nullable Long around,
            int limit,
            long last) {
        return Window.of(new PageRequest(before, after, around, limit), 1, last);
    }

    @Test
    void without_a_place_the_newest_page_is_given() {
        Window window = of(null, null, null, 3, 10);

        assertThat(window.numbers()).containsExactly(8L, 9L, 10L);
        assertThat(window.cursors()).isEqualTo(new Cursors(null, "8"));
    }

    @Test
    void a_page_before_a_number_ends_just_below_it() {
        Window window = of(8L, null, null, 3, 10);

        assertThat(window.numbers()).containsExactly(5L, 6L, 7L);
        assertThat(window.cursors()).isEqualTo(new Cursors("7", "5"));
    }

    @Test
    void a_page_after_a_number_begins_just_above_it() {
        Window window = of(null, 1L, null, 3, 10);

        assertThat(window.numbers()).containsExactly(2L, 3L, 4L);
        assertThat(window.cursors()).isEqualTo(new Cursors("4", "2"));
    }

    @Test
    void a_page_around_a_number_has_it_in_the_middle() {
        assertThat(of(null, null, 5L, 3, 10).numbers()).containsExactly(4L, 5L, 6L);
        assertThat(of(null, null, 5L, 4, 10).numbers()).containsExactly(4L, 5L, 6L, 7L);
        assertThat(of(null, null, 1L, 3, 10).numbers()).containsExactly(1L, 2L, 3L);
        assertThat(of(null, null, 99L, 3, 10).numbers()).containsExactly(8L, 9L, 10L);
    }

    @Test
    void following_the_cursors_visits_every_number_once() {
        StringBuilder visited = new StringBuilder();
        @Nullable Long before = null;
        do {
            Window window = of(before, null, null, 4, 10);
            visited.insert(0, window.numbers().boxed().toList());
            String prev = window.cursors().prev();
            before = prev == null ? null : Long.valueOf(prev);
        } while (before != null);

        assertThat(visited).hasToString("[1, 2][3, 4, 5, 6][7, 8, 9, 10]");
    }

    @Test
    void beyond_the_ends_a_page_is_empty_and_leads_back() {
        assertThat(of(null, Long.MAX_VALUE, null, 3, 10).numbers()).isEmpty();
        assertThat(of(null, 10L, null, 3, 10).cursors()).isEqualTo(new Cursors(null, "11"));
        assertThat(of(1L, null, null, 3, 10).numbers()).isEmpty();
        assertThat(of(1L, null, null, 3, 10).cursors()).isEqualTo(new Cursors(null, null));
    }

    @Test
    void an_empty_list_has_one_empty_page() {
        for (Window window :
                new Window[] {
                    of(null, null, null, 3, 0), of(5L, null, null, 3, 0),
                    of(null, 5L, null, 3, 0), of(null, null, 5L, 3, 0)
                }) {
            assertThat(window.numbers()).isEmpty();
            assertThat(window.cursors()).isEqualTo(new Cursors(null, null));
        }
    }

    @Test
    void two_places_at_once_are_refused() {
        assertThatThrownBy(() -> new PageRequest(1L, 2L, null, 3)).isInstanceOf(Rejection.class);
    }
}
