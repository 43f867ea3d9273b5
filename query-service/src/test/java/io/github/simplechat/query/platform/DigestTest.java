package io.github.simplechat.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DigestTest {

    private static Fingerprint of(Object content) {
        return Fingerprint.of("id", 1, content);
    }

    @Test
    void the_order_of_documents_does_not_matter() {
        Fingerprint one = new Fingerprint("1", 1, -1, -1);
        Fingerprint two = new Fingerprint("2", 1, 5, 2);
        Fingerprint three = of("three");

        Digest digest = Digest.NONE.plus(one).plus(two).plus(three);

        assertThat(Digest.NONE.plus(three).plus(two).plus(one)).isEqualTo(digest);
        assertThat(Digest.NONE.plus(one).plus(two)).isEqualTo(new Digest(5, 1));
        assertThat(digest.toString()).hasSize(32).isNotEqualTo(Digest.NONE.toString());
    }

    @Test
    void what_says_the_same_has_the_same_fingerprint() {
        Map<String, Object> withNull = new HashMap<>(Map.of("a", 1, "b", List.of("x")));
        withNull.put("c", null);

        assertThat(of(withNull)).isEqualTo(of(Map.of("b", List.of("x"), "a", 1L)));
    }

    static Stream<List<Object>> different() {
        return Stream.of(
                List.of(Map.of("a", 1), Map.of("a", 2)),
                List.of(Map.of("a", 1), Map.of("a", "1")),
                List.of(Map.of("a", 1), Map.of("b", 1)),
                List.of(Map.of("a", "b", "c", "d"), Map.of("a", "bcd")),
                List.of(List.of("a", "b"), List.of("b", "a")),
                List.of(List.of("a", "b"), List.of("ab")),
                List.of(List.of(List.of("a"), "b"), List.of(List.of("a", "b"))),
                List.of(Date.from(Instant.EPOCH), Date.from(Instant.EPOCH.plusMillis(1))),
                List.of(Date.from(Instant.EPOCH), 0L),
                List.of(true, false));
    }

    @ParameterizedTest
    @MethodSource("different")
    void what_says_something_else_has_another(List<Object> two) {
        assertThat(of(two.getFirst())).isNotEqualTo(of(two.getLast()));
        assertThat(Fingerprint.of("other", 1, two.getFirst()).low())
                .isNotEqualTo(of(two.getFirst()).low());
    }
}
