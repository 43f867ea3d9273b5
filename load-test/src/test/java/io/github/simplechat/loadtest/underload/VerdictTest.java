package io.github.simplechat.loadtest.underload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.loadtest.underload.Asked.Outcome;
import io.github.simplechat.loadtest.underload.KilledRebuild.Kill;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final Phase NOTHING = new Phase("", 0, 1, List.of());

    /** A hundred right answers after 1 ms, but for the slowest two. */
    private static Phase phase(int slowestMillis, Outcome... more) {
        List<Asked> asked = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            asked.add(asked(i < 98 ? 1 : slowestMillis, Outcome.RIGHT));
        }
        Stream.of(more).map(outcome -> asked(1, outcome)).forEach(asked::add);
        return new Phase("", 0, 1, asked);
    }

    private static Asked asked(int millis, Outcome outcome) {
        return new Asked(0, millis * 1_000_000L, "search", outcome);
    }

    private static KilledRebuild killed(String state, String digest, Kill... kills) {
        return new KilledRebuild(List.of(kills), state, digest, 1);
    }

    private static Kill kill(double wentOnAt) {
        return new Kill(0.5, wentOnAt, 1, 1, 0);
    }

    @Test
    void given_right_answers_in_twice_the_time_then_nothing_failed() {
        assertThat(Verdict.load(phase(10), phase(20), phase(10), phase(20))).isEmpty();
    }

    @Test
    void given_a_slower_p99_then_it_says_how_much_slower() {
        String slower = "p99 during the rebuild is 2.10 times the quiet one and may be 2 times";
        assertThat(Verdict.load(phase(10), phase(21), phase(30), phase(30)))
                .containsExactly(slower);
        assertThat(Verdict.load(phase(30), phase(21), phase(10), phase(30)))
                .containsExactly(slower);
    }

    @Test
    void given_one_wrong_answer_or_one_error_then_it_failed() {
        assertThat(
                        Verdict.load(
                                phase(10),
                                phase(10),
                                phase(10),
                                phase(10, Outcome.WRONG, Outcome.ERROR)))
                .containsExactly("1 wrong answers", "1 errors");
    }

    @Test
    void given_no_answers_then_nothing_is_proved() {
        assertThat(Verdict.load(NOTHING, phase(10), phase(10), phase(10))).isNotEmpty();
        assertThat(Verdict.load(phase(10), NOTHING, phase(10), phase(10))).isNotEmpty();
        assertThat(Verdict.load(phase(10), phase(10), NOTHING, phase(10))).isNotEmpty();
    }

    @Test
    void given_the_digest_of_an_undisturbed_rebuild_after_all_kills_then_nothing_failed() {
        assertThat(Verdict.kills(2, "abc", killed("done", "abc", kill(0), kill(0.1)))).isEmpty();
    }

    @Test
    void given_another_digest_or_none_then_it_failed() {
        assertThat(Verdict.kills(1, "abc", killed("done", "abd", kill(0.1)))).hasSize(1);
        assertThat(Verdict.kills(1, "", killed("done", "", kill(0.1)))).hasSize(1);
    }

    @Test
    void given_fewer_kills_or_another_end_then_it_failed() {
        assertThat(Verdict.kills(2, "abc", killed("differs", "abc", kill(0.1))))
                .containsExactly(
                        "the rebuild was over after 1 of 2 kills, so it needs more events",
                        "the rebuild ended as differs");
    }

    @Test
    void given_a_rebuild_that_always_began_anew_then_it_failed() {
        assertThat(Verdict.kills(2, "abc", killed("done", "abc", kill(0), kill(0))))
                .containsExactly("it began anew after each kill");
    }

    @Test
    void given_a_wrong_answer_after_a_restart_then_it_failed() {
        assertThat(Verdict.kills(1, "abc", killed("done", "abc", new Kill(0.5, 0.1, 1, 1, 2))))
                .containsExactly("2 wrong answers after a restart");
    }
}
