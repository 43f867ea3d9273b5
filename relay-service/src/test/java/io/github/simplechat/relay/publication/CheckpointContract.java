package io.github.simplechat.relay.publication;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every checkpoint must do. */
public abstract class CheckpointContract {

    /** A checkpoint in which nothing was stored. */
    protected abstract Checkpoint empty();

    @Test
    void nothing_was_stored_at_first() {
        assertThat(empty().load()).isEmpty();
    }

    @Test
    void it_keeps_what_was_stored() {
        Checkpoint checkpoint = empty();
        checkpoint.store(0);
        assertThat(checkpoint.load()).hasValue(0);
        checkpoint.store(9_007_199_254_740_991L);
        assertThat(checkpoint.load()).hasValue(9_007_199_254_740_991L);
    }

    @Test
    void it_never_goes_back() {
        Checkpoint checkpoint = empty();
        checkpoint.store(100);
        checkpoint.store(9);
        assertThat(checkpoint.load()).hasValue(100);
    }
}
