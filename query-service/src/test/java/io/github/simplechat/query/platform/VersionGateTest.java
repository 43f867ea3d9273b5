package io.github.simplechat.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.api.Rejection.Reason;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class VersionGateTest {

    @Test
    void waits_until_the_version_is_there() {
        AtomicLong version = new AtomicLong(-1);

        long found =
                VersionGate.await(() -> Optional.of(version.incrementAndGet()), Long::longValue, 3);

        assertThat(found).isEqualTo(3);
    }

    @Test
    void after_two_seconds_it_says_that_it_is_behind() {
        long begun = System.nanoTime();

        assertThatThrownBy(() -> VersionGate.await(Optional::<Long>empty, Long::longValue, 0))
                .isInstanceOfSatisfying(
                        Rejection.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.PROJECTION_BEHIND));

        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(Duration.ofMillis(1_900), Duration.ofSeconds(5));
    }
}
