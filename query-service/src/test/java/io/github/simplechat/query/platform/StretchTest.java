package io.github.simplechat.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.query.Page.Cursors;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StretchTest {

    private static final List<Long> LIST = List.of(2L, 3L, 7L, 9L, 20L);

    private static Stretch<Long> page(@Nullable Long before, @Nullable Long after, int limit) {
        return Stretch.of(
                new PageRequest(before, after, null, limit),
                (number, most) -> {
                    List<Long> below = LIST.stream().filter(n -> n < number).toList();
                    return below.subList(Math.max(0, below.size() - most), below.size());
                },
                (number, most) -> LIST.stream().filter(n -> n > number).limit(most).toList(),
                Long::longValue);
    }

    private static Stretch<Long> stretch(
            @Nullable String next, @Nullable String prev, Long... items) {
        return new Stretch<>(Stream.of(items).toList(), new Cursors(next, prev));
    }

    @Test
    void without_a_place_it_is_the_newest_page() {
        assertThat(page(null, null, 2)).isEqualTo(stretch(null, "9", 9L, 20L));
        assertThat(page(null, null, 5)).isEqualTo(stretch(null, null, 2L, 3L, 7L, 9L, 20L));
    }

    @Test
    void it_goes_on_in_both_directions() {
        assertThat(page(9L, null, 2)).isEqualTo(stretch("7", "3", 3L, 7L));
        assertThat(page(3L, null, 2)).isEqualTo(stretch("2", null, 2L));
        assertThat(page(null, 3L, 2)).isEqualTo(stretch("9", "7", 7L, 9L));
        assertThat(page(null, 9L, 2)).isEqualTo(stretch(null, "20", 20L));
        assertThat(page(null, 0L, 2)).isEqualTo(stretch("3", null, 2L, 3L));
    }

    @Test
    void beyond_its_ends_it_is_empty() {
        assertThat(page(2L, null, 2)).isEqualTo(stretch(null, null));
        assertThat(page(null, 20L, 2)).isEqualTo(stretch(null, null));
    }
}
