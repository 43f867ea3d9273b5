package io.github.simplechat.platform.security.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every place where revocations are kept must do. */
abstract class RevocationsContract {

    private final Instant now = Instant.now();
    private UUID person = new UUID(0, 0);

    @BeforeEach
    void somebodyNew() {
        person = UUID.randomUUID();
    }

    abstract Revocations revocations();

    @Test
    void given_nothing_revoked_when_asked_then_every_token_is_valid() {
        assertThat(revocations().validFrom(person)).isEqualTo(Instant.MIN);
        assertThat(revocations().latestValidFrom(person)).isEqualTo(Instant.MIN);
    }

    @Test
    void given_a_revocation_when_asked_then_tokens_of_this_second_are_not_valid_but_of_the_next() {
        Instant validFrom = revocations().revoke(person, now);

        assertThat(validFrom).isAfter(now).isBeforeOrEqualTo(now.plusSeconds(1));
        assertThat(validFrom).isEqualTo(validFrom.truncatedTo(ChronoUnit.SECONDS));
        assertThat(revocations().validFrom(person)).isEqualTo(validFrom);
        assertThat(revocations().latestValidFrom(person)).isEqualTo(validFrom);
        assertThat(revocations().validFrom(UUID.randomUUID())).isEqualTo(Instant.MIN);
    }

    @Test
    void given_a_revocation_when_revoking_again_in_the_same_second_then_tokens_between_end() {
        Instant between = revocations().revoke(person, now);

        Instant validFrom = revocations().revoke(person, now);

        assertThat(validFrom).isEqualTo(between.plusSeconds(1));
        assertThat(revocations().validFrom(person)).isEqualTo(validFrom);
        assertThat(revocations().revoke(person, now.minusSeconds(30))).isAfter(validFrom);
    }

    @Test
    void given_a_listener_when_revoking_then_it_is_told() {
        List<UUID> told = new CopyOnWriteArrayList<>();
        revocations().listen(told::add);

        revocations().revoke(person, now);

        assertThat(told).contains(person);
    }
}
