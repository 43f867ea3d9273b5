package io.github.simplechat.relay.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every lease must do. */
public abstract class PublisherLeaseContract {

    /** Longer than what a test does in between. */
    private static final Duration LASTS = Duration.ofSeconds(1);

    /** Nobody has it any more. */
    protected abstract void reset();

    /** One more node's claim to the same lease. */
    protected abstract PublisherLease lessee();

    @Test
    void one_node_has_it_at_a_time() {
        reset();
        PublisherLease one = lessee();
        PublisherLease other = lessee();
        assertThat(one.hold(LASTS)).isTrue();
        assertThat(other.hold(LASTS)).isFalse();
        assertThat(one.hold(LASTS)).isTrue();
    }

    @Test
    void whoever_has_it_may_let_it_go_and_nobody_else() {
        reset();
        PublisherLease one = lessee();
        PublisherLease other = lessee();
        assertThat(one.hold(LASTS)).isTrue();
        other.release();
        assertThat(other.hold(LASTS)).isFalse();
        one.release();
        assertThat(other.hold(LASTS)).isTrue();
        assertThat(one.hold(LASTS)).isFalse();
    }

    @Test
    void it_ends_by_itself() {
        reset();
        PublisherLease one = lessee();
        PublisherLease other = lessee();
        long from = System.nanoTime();
        assertThat(one.hold(LASTS)).isTrue();
        await().atMost(LASTS.multipliedBy(5)).until(() -> other.hold(LASTS));
        assertThat(Duration.ofNanos(System.nanoTime() - from))
                .isGreaterThanOrEqualTo(LASTS.minusMillis(50));
        assertThat(one.hold(LASTS)).isFalse();
    }
}
