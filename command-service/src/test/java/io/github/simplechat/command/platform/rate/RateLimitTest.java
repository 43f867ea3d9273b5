package io.github.simplechat.command.platform.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private final AtomicLong time = new AtomicLong(Long.MAX_VALUE - 5);
    private final RateLimit<String> limit =
            new RateLimit<>(20, Duration.ofMinutes(1), 20, time::get);

    @Test
    void given_a_burst_when_all_turns_are_taken_then_the_next_comes_in_its_time() {
        takeAll("a");

        assertThat(limit.take("a")).hasValue(Duration.ofSeconds(3));
        assertThat(limit.take("b")).isEmpty();
        time.addAndGet(Duration.ofMillis(2_999).toNanos());
        assertThat(limit.take("a")).isNotEmpty();
        time.addAndGet(Duration.ofMillis(2).toNanos());
        assertThat(limit.take("a")).isEmpty();
        assertThat(limit.take("a")).isNotEmpty();
    }

    @Test
    void given_a_long_pause_when_taking_then_no_more_than_the_burst() {
        takeAll("a");
        time.addAndGet(Duration.ofHours(5).toNanos());

        takeAll("a");
        assertThat(limit.take("a")).isNotEmpty();
    }

    @Test
    void
            given_a_turn_given_back_when_taking_then_it_is_there_again_and_never_more_than_the_burst() {
        takeAll("a");
        limit.giveBack("a");
        assertThat(limit.take("a")).isEmpty();

        limit.giveBack("b");
        takeAll("b");
        assertThat(limit.take("b")).isNotEmpty();
    }

    private void takeAll(String who) {
        for (int i = 0; i < 20; i++) {
            assertThat(limit.take(who)).isEmpty();
        }
    }
}
