package io.github.simplechat.loadtest.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SequenceDiffTest {

    private static Tally compare(long first, long last, long... shown) {
        return SequenceDiff.compare("version", first, last, shown);
    }

    private static void assertTally(Tally tally, long lost, long doubled, long disordered) {
        assertThat(new long[] {tally.lost(), tally.doubled(), tally.disordered()})
                .containsExactly(lost, doubled, disordered);
        assertThat(tally.clean()).isEqualTo(lost + doubled + disordered == 0);
    }

    @Test
    void equal_is_clean_also_when_nothing_was_expected() {
        assertTally(compare(0, 3, 0, 1, 2, 3), 0, 0, 0);
        assertTally(compare(5, 4), 0, 0, 0);
    }

    @Test
    void each_kind_is_counted_as_such() {
        assertTally(compare(0, 3, 0, 2, 3), 1, 0, 0);
        assertTally(compare(0, 3), 4, 0, 0);
        assertTally(compare(0, 3, 0, 1, 1, 2, 3), 0, 1, 0);
        assertTally(compare(0, 3, 0, 1, 2, 3, 4), 0, 1, 0);
        assertTally(compare(1, 3, 0, 1, 2, 3), 0, 1, 0);
        assertTally(compare(0, 3, 0, 2, 1, 3), 0, 0, 1);
        assertTally(compare(0, 4, 1, 2, 3, 4, 0), 0, 0, 1);
        assertTally(compare(0, 4, 2, 1, 1), 3, 1, 1);
    }

    @Test
    void the_first_differences_are_told() {
        assertThat(compare(0, 30).differences()).hasSize(10).contains("version 0 is missing");
        assertThat(compare(0, 2, 0, 2, 1, 1).differences())
                .containsExactly("version 1 is there again", "version 1 comes after 2");
    }

    @Test
    void no_spoilt_sequence_is_clean() {
        Random random = new Random(42);
        for (int round = 0; round < 2_000; round++) {
            long[] right = LongStream.range(0, 1 + random.nextInt(20)).toArray();
            long[] shown = right.clone();
            for (int spoil = 0; spoil <= random.nextInt(3); spoil++) {
                shown = spoil(shown, random);
            }
            assertThat(compare(0, right.length - 1, shown).clean())
                    .as(Arrays.toString(shown))
                    .isEqualTo(Arrays.equals(right, shown));
        }
    }

    private static long[] spoil(long[] shown, Random random) {
        if (shown.length == 0) {
            return shown;
        }
        int at = random.nextInt(shown.length);
        int other = random.nextInt(shown.length);
        long[] spoilt = shown.clone();
        switch (random.nextInt(3)) {
            case 0 -> {
                spoilt[at] = shown[other];
                spoilt[other] = shown[at];
            }
            case 1 -> {
                spoilt = new long[shown.length - 1];
                System.arraycopy(shown, 0, spoilt, 0, at);
                System.arraycopy(shown, at + 1, spoilt, at, spoilt.length - at);
            }
            default -> {
                spoilt = Arrays.copyOf(shown, shown.length + 1);
                spoilt[shown.length] = shown[other];
            }
        }
        return spoilt;
    }
}
