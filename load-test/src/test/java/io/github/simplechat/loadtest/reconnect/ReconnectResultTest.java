package io.github.simplechat.loadtest.reconnect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.loadtest.proof.Tally;
import io.github.simplechat.loadtest.reconnect.Reconnection.Cut;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class ReconnectResultTest {

    private static final int CLIENTS = 1_000;
    private static final int ROOMS = 10;
    private static final Tally LOST = new Tally(1, 0, 0, List.of("version 7 is missing"));

    private static Return back(
            int resumed, double seconds, long leastMissed, long reads, Tally tally) {
        Histogram each = new Histogram(3);
        each.recordValue(1_000_000);
        return new Return(
                Cut.CLIENT,
                resumed,
                seconds + 2,
                seconds,
                each,
                leastMissed,
                500,
                reads,
                90_000,
                Map.of(),
                50_000,
                tally);
    }

    private static String verdict(Return one) {
        return new ReconnectResult(CLIENTS, ROOMS, List.of(one)).verdict();
    }

    @Test
    void all_back_soon_with_all_they_missed_is_a_proof() {
        assertThat(verdict(back(CLIENTS, 2, 3, 50, Tally.CLEAN)))
                .isEqualTo("PROOF: 0 lost, 0 doubled, 0 out of order");
    }

    @Test
    void anything_that_must_not_be_is_named() {
        assertThat(verdict(back(CLIENTS, 2, 3, 50, LOST)))
                .startsWith("PROOF FAILED: 1 lost")
                .contains("version 7 is missing");
        assertThat(verdict(back(CLIENTS - 1, 2, 3, 50, Tally.CLEAN)))
                .contains("only 999 clients have seen what they had missed");
        assertThat(verdict(back(CLIENTS, 20.1, 3, 50, Tally.CLEAN))).contains("it took 20.1 s");
        assertThat(verdict(back(CLIENTS, 2, 0, 50, Tally.CLEAN)))
                .contains("somebody had missed nothing");
    }

    @Test
    void reads_of_the_store_may_grow_with_the_rooms_and_not_with_the_clients() {
        assertThat(verdict(back(CLIENTS, 2, 3, CLIENTS, Tally.CLEAN)))
                .contains("the relay read the event store 1,000 times");
    }
}
