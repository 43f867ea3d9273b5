package io.github.simplechat.loadtest.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerdictTest {

    @Test
    void given_some_right_and_some_wrong_when_counted_then_recall_and_precision_follow() {
        Verdict verdict = Verdict.of(meant(1, 2, 3, 4), List.of(4, 9, 1));

        assertThat(verdict.recall()).isEqualTo(0.5);
        assertThat(verdict.precision()).isEqualTo(2 / 3.0);
    }

    @Test
    void given_more_than_ten_when_counted_then_the_first_ten_count_apart() {
        List<Integer> found = IntStream.range(0, 20).boxed().toList();

        Verdict verdict = Verdict.of(meant(0, 1, 2, 3, 4, 19), found);

        assertThat(verdict.precisionAtFirst()).isEqualTo(0.5);
        assertThat(verdict.recall()).isEqualTo(1);
    }

    @Test
    void given_nothing_is_meant_when_something_is_found_then_only_precision_suffers() {
        Verdict verdict = Verdict.of(new BitSet(), List.of(1));

        assertThat(verdict.recall()).isEqualTo(1);
        assertThat(verdict.precision()).isZero();
    }

    private static BitSet meant(int... places) {
        BitSet meant = new BitSet();
        IntStream.of(places).forEach(meant::set);
        return meant;
    }
}
