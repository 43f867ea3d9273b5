package io.github.simplechat.loadtest.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.loadtest.proof.Tally;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SeenTest {

    private final Seen seen = new Seen();

    private void show(long... versions) {
        seen.begin(10);
        LongStream.of(versions).forEach(seen::add);
    }

    @Test
    void each_version_once_and_in_order_is_clean() {
        show(LongStream.rangeClosed(11, 100).toArray());

        assertThat(seen.upTo(100)).isEqualTo(Tally.CLEAN);
        assertThat(seen.newest()).isEqualTo(100);
        assertThat(seen.count()).isEqualTo(90);
    }

    @Test
    void what_is_missing_doubled_or_out_of_order_shows() {
        show(11, 13);
        assertThat(seen.upTo(13).lost()).isEqualTo(1);

        show(11, 12);
        assertThat(seen.upTo(13).lost()).isEqualTo(1);

        show(11, 12, 12, 13);
        assertThat(seen.upTo(13).doubled()).isEqualTo(1);

        show(11, 13, 12);
        assertThat(seen.upTo(13).disordered()).isPositive();
    }
}
