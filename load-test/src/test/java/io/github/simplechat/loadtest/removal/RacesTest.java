package io.github.simplechat.loadtest.removal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.loadtest.proof.Report;
import io.github.simplechat.loadtest.proof.Tally;
import io.github.simplechat.loadtest.removal.Races.When;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class RacesTest {

    private static final long MILLI = 1_000_000;
    private static final Tally DOUBLED = new Tally(0, 1, 0, List.of("version 9 is there again"));

    private static Wave.Outcome some(long past, Tally tally, long millis) {
        Histogram delays = new Histogram(3);
        delays.recordValue(millis * MILLI);
        return new Wave.Outcome(50, 1_000, past, 3, delays, tally);
    }

    private static boolean proved(Wave.Outcome quiet, Wave.Outcome killed, long took) {
        Races races = new Races();
        races.add(quiet, When.WARM);
        races.add(killed, When.KILLED);
        races.took(took);
        return races.report(report(new ByteArrayOutputStream()));
    }

    private static Report report(ByteArrayOutputStream out) {
        return new Report(new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    @Test
    void only_races_without_any_fault_are_a_proof() {
        Wave.Outcome good = some(0, Tally.CLEAN, 2);

        assertThat(proved(good, good, 1)).isTrue();
        assertThat(proved(some(1, Tally.CLEAN, 2), good, 1)).isFalse();
        assertThat(proved(some(0, DOUBLED, 2), good, 1)).isFalse();
        assertThat(proved(some(0, Tally.CLEAN, 1_100), good, 1)).isFalse();
        assertThat(proved(good, some(0, Tally.CLEAN, 1_100), 1)).isFalse();
        assertThat(proved(good, good, 0)).isFalse();
    }

    @Test
    void what_is_late_on_nodes_that_have_just_started_is_told_and_not_judged() {
        Races races = new Races();
        races.add(some(0, Tally.CLEAN, 1_100), When.COLD);
        races.add(some(0, Tally.CLEAN, 2), When.WARM);
        races.add(some(0, Tally.CLEAN, 2), When.KILLED);
        races.took(1);

        assertThat(races.report(report(new ByteArrayOutputStream()))).isTrue();
    }

    @Test
    void nothing_at_all_is_no_proof() {
        assertThat(new Races().report(report(new ByteArrayOutputStream()))).isFalse();
    }

    @Test
    void the_sums_of_all_are_told() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Races races = new Races();
        races.add(some(0, Tally.CLEAN, 2), When.WARM);
        races.add(some(0, Tally.CLEAN, 700), When.KILLED);
        races.took(1);

        assertThat(races.report(report(out))).isTrue();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("100 races, 2,000 frames, 6 who came too late were refused")
                .contains("longest 2.0 ms")
                .contains("PROOF: 0 lost, 0 doubled, 0 out of order");
    }
}
