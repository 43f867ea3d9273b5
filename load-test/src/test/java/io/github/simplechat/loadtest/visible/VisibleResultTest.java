package io.github.simplechat.loadtest.visible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class VisibleResultTest {

    private static Delays all(int millis) {
        Delays delays = new Delays();
        long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
        delays.add(nanos + 1_000_000, nanos);
        return delays;
    }

    @Test
    void given_rounds_when_compared_then_the_median_of_their_ratios() {
        VisibleResult result =
                new VisibleResult(
                        List.of(
                                List.of(all(2), all(4), all(1)),
                                List.of(all(100), all(100), all(100)),
                                List.of(all(5), all(5), all(5))));

        assertThat(result.times(50)).isCloseTo(50, within(0.5));
        assertThat(result.describe()).contains("2.0 ms", "100.", "3.0 ms");
    }

    @Test
    void given_a_message_that_is_seen_before_its_sender_is_told_then_it_took_no_time() {
        Delays delays = new Delays();
        delays.add(1_000_000, -5);

        assertThat(delays.fromCommit(100)).isZero();
        assertThat(delays.fromDue(100)).isCloseTo(1, within(0.01));
        assertThat(delays.count()).isEqualTo(1);
    }
}
