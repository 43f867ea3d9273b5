package io.github.simplechat.platform.eventstore.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.simplechat.platform.eventstore.Claim;
import io.github.simplechat.platform.eventstore.ClaimTaken;
import io.github.simplechat.platform.eventstore.ClaimedRequest;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.Test;

/** On the double, which can lose what is on its way. */
class AxonServerClaimsTest extends ClaimsContract {

    @Override
    AxonServerProfile open() {
        return AxonServerProfile.onDouble();
    }

    @Test
    void given_a_crash_between_claim_and_append_when_tried_again_then_no_false_answer() {
        UUID feed = UUID.randomUUID();
        Claim claim = claim("hello");
        profile().server().loseNextAppend();
        assertThatThrownBy(() -> send(claim, feed, "2026-11-22T06:00:00Z"))
                .isInstanceOf(EventStoreException.class);

        assertThat(claims().find(claim)).isEmpty();
        ClaimedRequest second = send(claim, feed, "2026-11-22T06:00:01Z");

        assertThat(claims().find(claim)).hasValue(second);
        assertThat(feeds().version(feed)).isZero();
    }

    @Test
    void given_a_lost_confirmation_when_tried_again_then_not_doubled_and_the_first_answer() {
        UUID feed = UUID.randomUUID();
        Claim claim = claim("hello");
        profile().server().loseNextConfirmation();
        assertThatThrownBy(() -> send(claim, feed, "2026-11-22T06:00:00.000Z"))
                .isInstanceOf(EventStoreException.class);

        assertThatThrownBy(() -> send(claim, feed, "2026-11-22T06:00:01.000Z"))
                .isInstanceOf(ClaimTaken.class);
        assertThat(claims().find(claim))
                .map(first -> first.receipt().at())
                .hasValueSatisfying(at -> assertThat(at).isEqualTo("2026-11-22T06:00:00Z"));
        assertThat(feeds().version(feed)).isZero();
    }

    /** The row of the lost attempt was taken over by one that others overtook. */
    @Test
    void given_a_lost_attempt_and_others_events_when_tried_again_then_found_where_it_landed() {
        UUID feed = UUID.randomUUID();
        Claim claim = claim("hello");
        profile().server().loseNextAppend();
        assertThatThrownBy(() -> send(claim, feed, "2026-11-22T06:00:00Z"))
                .isInstanceOf(EventStoreException.class);
        send(claim("other"), feed, "2026-11-22T06:00:01Z");
        send(claim("another"), feed, "2026-11-22T06:00:02Z");

        ClaimedRequest landed = send(claim, feed, "2026-11-22T06:00:03Z");

        assertThat(landed.receipt().version()).isEqualTo(2);
        assertThat(claims().find(claim)).hasValue(landed);
    }

    @Test
    void given_a_broken_stream_when_read_again_then_it_goes_on_where_it_was() {
        AxonServerEventLog log = profile().bean(AxonServerEventLog.class);
        long head = log.head();
        assertThat(log.read(head, 10, Duration.ofMillis(20))).isEmpty();

        profile().server().breakStreams();
        send(claim("hello"), UUID.randomUUID(), "2026-11-22T06:00:00Z");

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> log.read(head, 10, Duration.ofSeconds(1)).size() == 1);
    }
}
