package io.github.simplechat.loadtest.play;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void a_minute_of_the_log_takes_a_minute_divided_by_the_speed() {
        Pace pace = new Pace(60);

        assertThat(pace.dueNanos(600)).isZero();
        assertThat(pace.dueNanos(601)).isEqualTo(1_000_000_000L);
        assertThat(pace.dueNanos(603)).isEqualTo(3_000_000_000L);
    }

    @Test
    void a_log_may_go_past_midnight() {
        Pace pace = new Pace(60);
        pace.dueNanos(1439);

        assertThat(pace.dueNanos(0)).isEqualTo(1_000_000_000L);
        assertThat(pace.dueNanos(0)).isEqualTo(1_000_000_000L);
    }
}
