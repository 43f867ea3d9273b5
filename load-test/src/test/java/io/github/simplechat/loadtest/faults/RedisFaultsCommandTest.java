package io.github.simplechat.loadtest.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.loadtest.faults.FaultCampaign.Outcome;
import io.github.simplechat.loadtest.faults.FaultCampaign.Recovery;
import io.github.simplechat.loadtest.proof.Report;
import io.github.simplechat.loadtest.proof.Tally;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RedisFaultsCommandTest {

    private static final Tally LOST = new Tally(1, 0, 0, List.of("version 7 is missing"));

    private static boolean proved(
            Tally listener, boolean inTime, long unsaid, long frames, long refused) {
        Outcome outcome =
                new Outcome(
                        List.of(new Recovery(RedisFault.KILLED, 1, inTime)),
                        List.of(Tally.CLEAN, listener),
                        100,
                        unsaid,
                        frames,
                        refused,
                        0);
        return RedisFaultsCommand.report(
                outcome,
                new Report(
                        new PrintStream(
                                OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8)));
    }

    @Test
    void only_a_run_without_any_fault_is_a_proof() {
        assertThat(proved(Tally.CLEAN, true, 0, 200, 0)).isTrue();
        assertThat(proved(LOST, true, 0, 200, 0)).isFalse();
        assertThat(proved(Tally.CLEAN, false, 0, 200, 0)).isFalse();
        assertThat(proved(Tally.CLEAN, true, 1, 200, 0)).isFalse();
        assertThat(proved(Tally.CLEAN, true, 0, 0, 0)).isFalse();
        assertThat(proved(Tally.CLEAN, true, 0, 200, 1)).isFalse();
    }
}
