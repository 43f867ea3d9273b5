package io.github.simplechat.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.simplechat.api.Rejection;
import io.github.simplechat.query.rebuild.Build.Progress;
import io.github.simplechat.query.rebuild.Build.State;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LineageTest {

    private static final Instant NOW = Instant.parse("2026-11-22T06:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final Lineage fresh = Lineage.unknown("rooms").opened(1, NOW);

    private static Lineage built(Lineage line, int version, Instant at) {
        Lineage begun =
                line.open(version).isPresent() ? line : line.begun(version, "me", false, at);
        Build build = begun.open(version).orElseThrow();
        Lineage claimed = begun.changed(build.number(), one -> one.claimed(build.lease(), "node"));
        return claimed.switched(build.number(), "node", build.lease().term() + 1, at);
    }

    private static State state(Lineage line, int number) {
        return line.build(number).orElseThrow().state();
    }

    @Test
    void given_nothing_is_known_when_opened_then_an_empty_generation_serves() {
        assertThat(fresh.serving(1)).hasValue(1);
        assertThat(fresh.open(1)).isEmpty();
        assertThat(fresh.opened(1, NOW)).isEqualTo(fresh);
    }

    @Test
    void given_an_older_version_serves_when_opened_then_it_serves_on_and_the_new_one_is_begun() {
        Lineage upgraded = fresh.opened(2, NOW);

        assertThat(upgraded.serving(2)).hasValue(1);
        assertThat(upgraded.open(2).orElseThrow())
                .satisfies(build -> {
                    assertThat(build.number()).isEqualTo(2);
                    assertThat(build.anyway()).isTrue();
                    assertThat(build.origin().by()).isEqualTo("release");
                });
        assertThat(upgraded.opened(2, NOW)).isEqualTo(upgraded);

        Lineage done = built(upgraded, 2, NOW);
        assertThat(done.serving(2)).hasValue(2);
        assertThat(done.serving(1)).hasValue(1);
    }

    @Test
    void given_only_a_newer_version_serves_when_opened_then_an_older_one_gets_its_own() {
        Lineage newer = Lineage.unknown("rooms").opened(2, NOW);

        assertThat(newer.opened(1, NOW).serving(1)).hasValue(2);
        assertThat(newer.opened(1, NOW).serving(2)).hasValue(1);
    }

    @Test
    void given_a_silent_owner_when_claimed_by_two_then_one_gets_it_and_the_old_one_is_displaced() {
        Lineage begun =
                fresh.begun(1, "me", false, NOW)
                        .changed(2, one -> one.claimed(Lease.FREE, "first"));
        Lease seen = begun.build(2).orElseThrow().lease();

        Lineage claimed =
                begun.changed(2, one -> one.claimed(seen, "second"))
                        .changed(2, one -> one.claimed(seen, "third"));

        assertThat(claimed.build(2).orElseThrow().lease()).isEqualTo(new Lease("second", 2, 0));
        assertThatThrownBy(() -> claimed.beaten(2, "first", 1, Progress.NONE))
                .isInstanceOf(Displaced.class);
        assertThatThrownBy(() -> claimed.switched(2, "first", 1, NOW))
                .isInstanceOf(Displaced.class);
        assertThat(claimed.changed(2, one -> one.released("first", 1))).isEqualTo(claimed);
    }

    @Test
    void
            given_a_cancelled_rebuild_when_it_would_switch_then_it_may_not_and_no_number_comes_twice() {
        Lineage cancelled =
                fresh.begun(1, "me", false, NOW)
                        .changed(2, one -> one.claimed(Lease.FREE, "node"))
                        .changed(2, one -> one.cancelled(NOW));

        assertThatThrownBy(() -> cancelled.switched(2, "node", 1, NOW))
                .isInstanceOf(Displaced.class);
        assertThat(cancelled.begun(1, "me", false, NOW).build(3)).isPresent();
        assertThat(cancelled.swept(2).begun(1, "me", false, NOW).build(3)).isPresent();
    }

    @Test
    void given_a_generation_that_served_when_it_is_wanted_then_it_catches_up_before_it_serves() {
        Lineage second = built(fresh, 1, NOW);

        Lineage back = second.wanted(1, 1, NOW);
        assertThat(back.serving(1)).hasValue(2);
        assertThat(state(back, 1)).isEqualTo(State.RUNNING);

        Lineage done = built(back, 1, NOW);
        assertThat(done.serving(1)).hasValue(1);
        assertThat(done.kept()).extracting(Build::number).containsExactly(2);
        assertThat(done.wanted(1, 1, NOW)).isEqualTo(done);
        assertThatThrownBy(() -> done.wanted(9, 1, NOW)).isInstanceOf(Rejection.class);
    }

    @Test
    void the_generation_that_served_last_is_kept_for_its_time_and_the_others_are_not() {
        Lineage third = built(built(fresh, 1, NOW), 1, NOW.plusSeconds(1));
        assertThat(third.kept()).extracting(Build::number).containsExactly(2, 1);

        Lineage soon = third.retired(HOUR, Duration.ofSeconds(10), NOW.plusSeconds(11));
        assertThat(state(soon, 1)).isEqualTo(State.DROPPED);
        assertThat(state(soon, 2)).isEqualTo(State.DONE);
        assertThat(third.retired(HOUR, Duration.ofSeconds(10), NOW.plusSeconds(9)))
                .isEqualTo(third);

        Lineage later = soon.retired(HOUR, Duration.ofSeconds(10), NOW.plusSeconds(3_601));
        assertThat(state(later, 2)).isEqualTo(State.DROPPED);
        assertThat(state(later, 3)).isEqualTo(State.DONE);
        assertThatThrownBy(() -> later.wanted(2, 1, NOW)).isInstanceOf(Rejection.class);
    }

    @Test
    void of_those_that_are_gone_the_latest_twenty_are_remembered() {
        Lineage line = fresh;
        for (int number = 2; number <= 30; number++) {
            line =
                    line.begun(1, "me", false, NOW)
                            .changed(number, one -> one.cancelled(NOW))
                            .swept(number);
        }

        assertThat(line.builds()).hasSize(21);
        assertThat(line.build(1)).isPresent();
        assertThat(line.build(30)).isPresent();
    }
}
