package io.github.simplechat.command.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.command.platform.axon.LiveFeeds.Live;
import io.github.simplechat.platform.eventstore.StateShape;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LiveFeedsTest {

    record Inner(Set<Integer> pins) {}

    record State(List<Integer> members, Inner inner, long seq) {}

    record Renamed(List<Integer> people, Inner inner, long seq) {}

    @Test
    void given_states_of_any_size_when_kept_then_their_sum_is_bounded() {
        LiveFeeds feeds = new LiveFeeds(1_000);
        for (int i = 0; i < 200; i++) {
            feeds.keep("small" + i, live(state(0)));
        }
        feeds.keep("too large for all", live(state(2_000)));

        feeds.settle();
        long kept = IntStream.range(0, 200).filter(i -> feeds.find("small" + i) != null).count();

        assertThat(kept).isBetween(50L, 100L);
        assertThat(feeds.find("too large for all")).isNull();
    }

    @Test
    void given_a_state_when_weighed_then_its_collections_count_also_inner_ones() {
        assertThat(StateWeight.of(new State(List.of(1, 2, 3), new Inner(Set.of(4, 5)), 6)))
                .isEqualTo(StateWeight.of(state(0)) + 5);
    }

    @Test
    void given_news_from_another_node_when_found_then_outdated_but_still_there() {
        LiveFeeds feeds = new LiveFeeds(1_000);
        feeds.keep("feed", live(state(1)));
        feeds.outdate("feed");
        feeds.outdate("unknown");

        assertThat(feeds.find("feed")).isEqualTo(new Live(state(1), 7, -1, false));
        assertThat(feeds.find("unknown")).isNull();
    }

    @Test
    void given_states_of_different_shape_then_snapshots_of_them_have_different_revisions() {
        assertThat(StateShape.of(State.class))
                .isEqualTo(StateShape.of(State.class))
                .isNotEqualTo(StateShape.of(Renamed.class))
                .isNotEqualTo(StateShape.of(Inner.class));
    }

    private static State state(int members) {
        return new State(IntStream.range(0, members).boxed().toList(), new Inner(Set.of()), 0);
    }

    private static Live live(Object state) {
        return new Live(state, 7, -1, true);
    }
}
