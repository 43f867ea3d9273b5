package io.github.simplechat.loadtest.underload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.loadtest.underload.Asked.Outcome;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PhaseTest {

    /** One due at each of ten moments, which takes as many milliseconds. */
    private static final List<Asked> TEN =
            LongStream.range(0, 10)
                    .mapToObj(n -> new Asked(n, n * 1_000_000, "k" + n % 2, Outcome.RIGHT))
                    .toList();

    @Test
    void a_question_belongs_to_when_it_was_due() {
        assertThat(Phase.of("", 3, 5, TEN).asked()).isEqualTo(TEN.subList(3, 5));
    }

    @Test
    void a_share_of_the_questions_took_at_most_so_long() {
        Phase phase = Phase.of("", 0, 10, TEN);

        assertThat(phase.millis(0.5)).isEqualTo(4);
        assertThat(phase.millis(0.99)).isEqualTo(9);
        assertThat(phase.millis("k0", 0.99)).isEqualTo(8);
        assertThat(phase.millis("other", 0.99)).isNaN();
    }

    @Test
    void windows_are_whole_ones() {
        assertThat(Phase.of("", 0, 10, TEN).windows(3, 1)).containsExactly(2, 5, 8);
        assertThat(Phase.of("", 0, 10, TEN).median(3, 1)).isEqualTo(5);
        assertThat(Phase.of("", 8, 10, TEN).windows(3, 1)).containsExactly(9);
    }
}
