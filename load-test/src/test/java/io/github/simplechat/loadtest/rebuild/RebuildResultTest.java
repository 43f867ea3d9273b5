package io.github.simplechat.loadtest.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.loadtest.bench.Round;
import io.github.simplechat.loadtest.bench.Series;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RebuildResultTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @Test
    void given_sides_that_were_measured_when_described_then_only_these_are_compared() {
        RebuildResult result =
                new RebuildResult(
                        List.of(
                                side(RebuildResult.OURS, 300),
                                side(RebuildResult.BARE, 400),
                                side(RebuildResult.AXON, 100)));

        assertThat(result.describe())
                .containsPattern("rebuild, no store : bare reading +\\| 0\\.75")
                .containsPattern("rebuild, no store : Axon, 1 segment +\\| 3\\.00")
                .doesNotContain("worker");
    }

    private static Series side(String name, long perSecond) {
        return new Series(name, List.of(new Round(perSecond, SECOND, SECOND / 1_000)));
    }
}
