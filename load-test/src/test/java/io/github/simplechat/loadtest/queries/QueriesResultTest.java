package io.github.simplechat.loadtest.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QueriesResultTest {

    @Test
    void given_rounds_of_two_sizes_when_shown_then_medians_and_the_median_of_the_ratios() {
        QueriesResult result = new QueriesResult(List.of(10L, 1_000L));
        for (double noise : new double[] {1, 3, 2}) {
            result.add(Kind.NEWEST, 0, new Delay(noise, 2 * noise));
            result.add(Kind.NEWEST, 1, new Delay(1.5 * noise, 2 * noise));
        }

        assertThat(result.table().toString().lines())
                .anySatisfy(row ->
                        assertThat(row)
                                .containsSubsequence(
                                        "newest page",
                                        "1,000",
                                        "3.00 ms",
                                        "4.00 ms",
                                        "1.50",
                                        "1.00"));
    }

    @Test
    void given_any_message_when_a_page_is_asked_for_then_the_path_names_the_room() {
        assertThat(Kind.ANYWHERE.path("r", 1)).isEqualTo("/v1/rooms/r/messages?before=2");
        assertThat(Kind.CHANGES.path("r", 1)).isEqualTo("/v1/rooms/r/changes?after=1");
        assertThat(Kind.SEARCH.path("r", 1)).startsWith("/v1/search?q=").doesNotContain(" ");
    }
}
