package io.github.simplechat.loadtest.sends;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.loadtest.bench.Round;
import io.github.simplechat.loadtest.bench.Series;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SendsResultTest {

    private static Series series(String name, long... operations) {
        return new Series(
                name,
                java.util.Arrays.stream(operations)
                        .mapToObj(n -> new Round(n, TimeUnit.SECONDS.toNanos(1), 1_000))
                        .toList());
    }

    @Test
    void given_rounds_then_each_ratio_is_the_median_of_its_pairs() {
        String text =
                new SendsResult(
                                List.of(
                                        series(SendsResult.OURS, 600, 500, 100),
                                        series(SendsResult.STOCK, 100, 100, 100),
                                        series(SendsResult.BARE, 1_000, 1_000, 1_000),
                                        series(SendsResult.HOT, 300, 250, 50),
                                        series(SendsResult.STOCK_HOT, 20, 20, 20),
                                        series(SendsResult.OURS_AGAIN, 600, 505, 100)))
                        .describe();

        assertThat(text.lines().map(line -> line.replaceAll(" +", " ")))
                .anySatisfy(line -> assertThat(line).startsWith("| ours | 500 |"))
                .anySatisfy(line -> assertThat(line).startsWith("| ours : stock Axon | 5.00 |"))
                .anySatisfy(line -> assertThat(line).startsWith("| ours : bare inserts | 0.50 |"))
                .anySatisfy(line -> assertThat(line).startsWith("| ours, one room : ours | 0.50 |"))
                .anySatisfy(line -> assertThat(line).startsWith("| ours, again : ours | 1.00 |"));
    }
}
