package io.github.simplechat.loadtest.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlowTest {

    private static final Duration LONGEST = Duration.ofSeconds(7);
    private static final int KINDS = RedisFault.values().length;

    @Test
    void the_same_seed_gives_the_same_blows_and_another_one_others() {
        List<Blow> blows = Blow.series(24, 1, LONGEST);

        assertThat(Blow.series(24, 1, LONGEST)).isEqualTo(blows);
        assertThat(Blow.series(24, 2, LONGEST)).isNotEqualTo(blows);
    }

    @Test
    void every_fault_comes_once_before_one_comes_again() {
        List<Blow> blows = Blow.series(2 * KINDS + 1, 3, LONGEST);

        assertThat(blows).hasSize(2 * KINDS + 1);
        assertThat(blows.subList(0, KINDS))
                .extracting(Blow::fault)
                .containsExactlyInAnyOrder(RedisFault.values());
        assertThat(blows.subList(KINDS, 2 * KINDS))
                .extracting(Blow::fault)
                .containsExactlyInAnyOrder(RedisFault.values());
    }

    @Test
    void no_blow_lasts_longer_than_the_longest() {
        assertThat(Blow.series(600, 4, LONGEST))
                .extracting(Blow::length)
                .allSatisfy(length -> assertThat(length).isBetween(Duration.ZERO, LONGEST));
    }
}
