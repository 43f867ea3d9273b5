package io.github.simplechat.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.command.account.KeyRing.Use;
import io.jsonwebtoken.Jwts;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRingTest {

    private static final KeyPair PAIR = Jwts.SIG.ES256.keyPair().build();
    private static final Instant T = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(15);

    private final KeyRing.Key first = key("first", T);
    private final KeyRing.Key second = key("second", T.plusSeconds(3_600));
    private final KeyRing ring = new KeyRing(List.of(second, first), TOKEN_LIFE);

    private static KeyRing.Key key(String id, Instant signsFrom) {
        return new KeyRing.Key(
                id,
                PAIR.getPrivate(),
                (ECPublicKey) PAIR.getPublic(),
                signsFrom.minusSeconds(3_600),
                signsFrom);
    }

    @Test
    void given_an_announced_key_when_its_moment_comes_then_it_signs_and_the_old_one_verifies() {
        Instant before = T.plusSeconds(3_599);
        Instant after = T.plusSeconds(3_600);

        assertThat(ring.signing(before)).hasValue(first);
        assertThat(ring.use(second, before)).isEqualTo(Use.ANNOUNCED);
        assertThat(ring.verifying("second", before)).hasValue(second);
        assertThat(ring.signing(after)).hasValue(second);
        assertThat(ring.verifying("first", after)).hasValue(first);
    }

    @Test
    void given_an_old_key_when_the_last_of_its_tokens_has_expired_then_it_verifies_no_more() {
        Instant last = T.plusSeconds(3_600).plus(TOKEN_LIFE);

        assertThat(ring.verifying("first", last.minusMillis(1))).hasValue(first);
        assertThat(ring.verifying("first", last)).isEmpty();
        assertThat(ring.use(first, last)).isEqualTo(Use.EXPIRED);
    }

    @Test
    void given_an_age_when_the_newest_key_reaches_it_then_a_successor_is_due() {
        Duration age = Duration.ofDays(90);

        assertThat(ring.isDue(T.plus(age), age)).isFalse();
        assertThat(ring.isDue(T.plusSeconds(3_600).plus(age), age)).isTrue();
        assertThat(new KeyRing(List.of(), TOKEN_LIFE).isDue(T, age)).isTrue();
    }

    @Test
    void given_a_clock_that_is_behind_when_signing_then_with_the_first_key() {
        assertThat(ring.signing(T.minusSeconds(1))).hasValue(first);
        assertThat(ring.verifying("unknown", T)).isEmpty();
    }
}
