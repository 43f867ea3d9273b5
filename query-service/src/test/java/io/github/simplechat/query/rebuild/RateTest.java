package io.github.simplechat.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void counts_over_the_last_five_seconds() {
        Rate rate = new Rate(0);
        for (int second = 1; second <= 20; second++) {
            rate.add(second * SECOND, 100);
        }

        assertThat(rate.perSecond(20 * SECOND)).isBetween(100L, 120L);
        assertThat(rate.perSecond(30 * SECOND)).isZero();
    }

    @Test
    void at_the_beginning_it_counts_over_the_time_that_there_was() {
        Rate rate = new Rate(0);
        rate.add(SECOND, 300);

        assertThat(rate.perSecond(2 * SECOND)).isEqualTo(150);
    }
}
