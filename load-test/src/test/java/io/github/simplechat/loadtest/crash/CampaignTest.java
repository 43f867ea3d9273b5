package io.github.simplechat.loadtest.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.loadtest.crash.Campaign.Fault;
import io.github.simplechat.loadtest.crash.Campaign.Victim;
import org.junit.jupiter.api.Test;

class CampaignTest {

    private static final int SENDERS = 16;

    @Test
    void given_a_killed_service_then_no_acknowledged_message_is_lost_or_doubled() {
        Findings found = new Campaign(Victim.SERVICE, Fault.NONE, 1, 1, SENDERS).run(round -> {});

        assertThat(found).matches(Findings::good);
    }

    @Test
    void given_commits_that_are_acknowledged_too_early_when_the_database_is_killed_then_it_shows() {
        Findings found =
                new Campaign(Victim.DATABASE, Fault.EARLY_ACKNOWLEDGEMENT, 1, 1, SENDERS)
                        .run(round -> {});

        assertThat(found.lost()).isPositive();
    }
}
