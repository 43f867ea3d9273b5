package io.github.simplechat.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SegmentsTest {

    private final Segments fresh = Objects.requireNonNull(Segments.of(4));

    private static Segments beat(Segments before, String node) {
        return before.taken(node, part -> before.all().get(part).lease().owner() == null)
                .asked(node);
    }

    @Test
    void given_one_node_when_it_comes_then_it_builds_all() {
        assertThat(beat(fresh, "a").holders()).containsExactly(Map.entry("a", 4));
    }

    @Test
    void given_a_node_that_has_all_when_another_comes_then_each_has_half() {
        Segments asked = beat(beat(fresh, "a"), "b");
        assertThat(asked.holders()).containsOnlyKeys("a");
        assertThat(asked.areWantedFrom("a")).isTrue();

        Segments handed = asked.handed("a");

        assertThat(handed.holders()).isEqualTo(Map.of("a", 2, "b", 2));
        assertThat(handed.areWantedFrom("a")).isFalse();
        assertThat(beat(beat(handed, "a"), "b")).isEqualTo(handed);
    }

    @Test
    void given_two_halves_when_one_leaves_and_comes_back_then_all_is_built_and_halved_again() {
        Segments halves = beat(beat(fresh, "a"), "b").handed("a");

        Segments alone = beat(halves.released("b"), "a");
        assertThat(alone.holders()).isEqualTo(Map.of("a", 4));

        assertThat(beat(alone, "b").handed("a").holders()).isEqualTo(Map.of("a", 2, "b", 2));
    }

    @Test
    void given_nodes_that_come_and_go_when_all_have_beaten_then_shares_differ_by_one_at_most() {
        Random random = new Random(1);
        Segments segments = Objects.requireNonNull(Segments.of(12));
        Set<String> alive = new HashSet<>();
        for (int round = 0; round < 300; round++) {
            String node = "n" + random.nextInt(5);
            if (!alive.add(node)) {
                alive.remove(node);
                segments = segments.released(node);
            }
            for (int beats = 0; beats < 8; beats++) {
                for (String one : List.copyOf(alive)) {
                    segments = beat(segments.handed(one), one);
                }
                Segments now = segments;
                if (now.all().stream().anyMatch(part -> !isAlive(part.wantedBy(), alive))) {
                    List<String> gone = new ArrayList<>(List.of("n0", "n1", "n2", "n3", "n4"));
                    gone.removeAll(alive);
                    for (String one : gone) {
                        segments = segments.handed(one).released(one);
                    }
                }
            }
            for (String gone : List.of("n0", "n1", "n2", "n3", "n4")) {
                segments = alive.contains(gone) ? segments : segments.released(gone);
            }
            for (int beats = 0; beats < 8; beats++) {
                for (String one : alive) {
                    segments = beat(segments.handed(one), one);
                }
            }
            if (!alive.isEmpty()) {
                var shares = segments.holders();
                assertThat(shares.keySet()).isEqualTo(alive);
                assertThat(shares.values().stream().mapToInt(Integer::intValue).sum())
                        .isEqualTo(12);
                int most = shares.values().stream().max(Integer::compare).orElseThrow();
                int least = shares.values().stream().min(Integer::compare).orElseThrow();
                assertThat(most - least).isLessThanOrEqualTo(1);
            }
        }
    }

    private static boolean isAlive(
            @org.jspecify.annotations.Nullable String node, Set<String> alive) {
        return node == null || alive.contains(node);
    }

    @Test
    void given_a_part_that_was_just_handed_over_then_its_place_is_that_of_who_gave_it() {
        Segments handed =
                beat(beat(fresh, "a"), "b").at("a", Map.of(0, 9L, 1, 9L, 2, 9L, 3, 9L)).handed("a");

        Segments beaten = handed.beaten("b", Map.of());

        assertThat(beaten.of("b").values()).containsOnly(9L);
        assertThat(beaten.lowest()).isEqualTo(9);
        assertThat(beaten.beaten("a", Map.of(0, 100L, 3, 100L)).lowest()).isEqualTo(9);
    }

    @Test
    void the_part_of_a_feed_is_the_same_for_ever_and_parts_are_about_alike() {
        assertThat(Segments.of(UUID.fromString("00000000-0000-0001-0000-000000000002"), 4))
                .isEqualTo(Segments.of(new UUID(1, 2), 4));
        Random random = new Random(7);
        long[] counts = new long[4];
        Stream.generate(() -> new UUID(random.nextLong(), random.nextLong()))
                .limit(4_000)
                .forEach(feed -> counts[Segments.of(feed, 4)]++);
        assertThat(IntStream.range(0, 4).mapToLong(part -> counts[part]))
                .allMatch(count -> count > 850 && count < 1_150);
    }
}
