package io.github.simplechat.loadtest.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SeriesTest {

    private static Round of(long operations) {
        return new Round(operations, TimeUnit.SECONDS.toNanos(2), 4_000);
    }

    @Test
    void a_round_tells_rate_and_processor_time_of_each_operation() {
        assertThat(of(200).perSecond()).isEqualTo(100);
        assertThat(of(200).cpuPerOperation()).isEqualTo(20);
    }

    @Test
    void given_two_series_then_they_are_compared_round_by_round() {
        Series one = new Series("one", List.of(of(100), of(20), of(300)));
        Series other = new Series("other", List.of(of(50), of(10), of(100)));

        assertThat(one.ratios(other, Round::perSecond)).containsExactly(2, 2, 3);
        assertThat(one.ratio(other, Round::perSecond)).isEqualTo(2);
        assertThat(one.median(Round::perSecond)).isEqualTo(50);
    }

    @Test
    void the_median_is_the_one_in_the_middle() {
        assertThat(Medians.of(5, 1, 3)).isEqualTo(3);
        assertThat(Medians.of(4, 1, 3, 2)).isEqualTo(2.5, within(1e-9));
        assertThat(Medians.of()).isNaN();
    }

    @Test
    void sides_take_turns_there_and_back() {
        List<String> order = new ArrayList<>();
        List<Side> sides =
                List.of(new Side("a", () -> did("a", order)), new Side("b", () -> did("b", order)));

        List<Series> series = Turns.run(3, sides, progress -> {});

        assertThat(order).containsExactly("a", "b", "b", "a", "a", "b");
        assertThat(series).extracting(Series::name).containsExactly("a", "b");
        assertThat(series).allSatisfy(one -> assertThat(one.rounds()).hasSize(3));
    }

    private static Round did(String side, List<String> order) {
        order.add(side);
        return of(1);
    }
}
