package io.github.simplechat.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.simplechat.platform.security.revocation.memory.InMemoryRevocations;
import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import io.jsonwebtoken.security.SignatureAlgorithm;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("JavaUtilDate") // the token library speaks it
class TokenVerifierTest {

    private static final KeyPair EC = Jwts.SIG.ES256.keyPair().build();
    private static final KeyPair RSA = Jwts.SIG.RS256.keyPair().build();
    private static final KeyPair FORGED = Jwts.SIG.ES256.keyPair().build();

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final UUID person = UUID.randomUUID();
    private final Map<String, PublicKey> keys =
            new ConcurrentHashMap<>(Map.of("ec", EC.getPublic(), "rsa", RSA.getPublic()));
    private final InMemoryRevocations revocations = new InMemoryRevocations(Duration.ofHours(24));
    private final TokenVerifier verifier =
            verifier(List.of(Jwts.SIG.ES256, Jwts.SIG.RS256), "roles");

    private TokenVerifier verifier(List<SignatureAlgorithm> algorithms, String rolesClaim) {
        return new TokenVerifier(
                new TrustedIssuer("iss", "aud", rolesClaim, algorithms, 0, keys::get),
                Duration.ofHours(24),
                revocations);
    }

    private JwtBuilder token() {
        return Jwts.builder()
                .header()
                .keyId("ec")
                .and()
                .subject(person.toString())
                .issuer("iss")
                .audience()
                .add("aud")
                .and()
                .claim("roles", List.of("admin"))
                .issuedAt(Date.from(now))
                .expiration(Date.from(now.plusSeconds(900)));
    }

    private static String signed(JwtBuilder token) {
        return token.signWith(EC.getPrivate(), Jwts.SIG.ES256).compact();
    }

    private void assertRefused(String token) {
        assertThatThrownBy(() -> verifier.verify(token)).isInstanceOf(InvalidToken.class);
    }

    @Test
    void given_a_good_token_when_verified_then_it_says_who_calls() {
        String token = signed(token());

        Caller caller = verifier.verify(token);

        assertThat(caller)
                .isEqualTo(new Caller(person, Set.of("admin"), now, now.plusSeconds(900)));
        assertThat(verifier.verify(token)).isSameAs(caller);
    }

    @Test
    void given_another_claim_for_roles_when_verified_then_it_is_read() {
        String token = signed(token().claim("groups", List.of("service")));

        assertThat(verifier(List.of(Jwts.SIG.ES256), "groups").verify(token).roles())
                .containsExactly("service");
    }

    @Test
    void given_an_unsigned_token_when_verified_then_refused() {
        assertRefused(token().compact());
        String[] parts = signed(token()).split("\\.", -1);
        String none = encode("{\"alg\":\"none\",\"kid\":\"ec\"}");
        assertRefused(none + "." + parts[1] + ".");
        assertRefused(none + "." + parts[1] + "." + parts[2]);
    }

    @Test
    void given_the_public_key_as_a_shared_secret_when_verified_then_refused() {
        String token =
                token().header()
                        .keyId("rsa")
                        .and()
                        .signWith(Keys.hmacShaKeyFor(RSA.getPublic().getEncoded()), Jwts.SIG.HS256)
                        .compact();

        assertRefused(token);
    }

    @Test
    void given_an_algorithm_that_is_not_allowed_when_verified_then_refused() {
        String token =
                token().header()
                        .keyId("rsa")
                        .and()
                        .signWith(RSA.getPrivate(), Jwts.SIG.RS256)
                        .compact();

        assertThat(verifier.verify(token).userId()).isEqualTo(person);
        TokenVerifier ours = verifier(List.of(Jwts.SIG.ES256), "roles");
        assertThatThrownBy(() -> ours.verify(token)).isInstanceOf(InvalidToken.class);
    }

    @Test
    void given_somebody_elses_signature_when_verified_then_refused() {
        assertRefused(token().signWith(FORGED.getPrivate(), Jwts.SIG.ES256).compact());
        String good = signed(token());
        String[] parts = good.split("\\.", -1);
        String other = encode("{\"sub\":\"" + UUID.randomUUID() + "\"}");
        assertRefused(parts[0] + "." + other + "." + parts[2]);
        assertThat(verifier.verify(good).userId()).isEqualTo(person);
    }

    @Test
    void given_claims_of_others_when_verified_then_refused() {
        assertRefused(signed(token().issuer("somebody")));
        assertRefused(signed(token().audience().remove("aud").add("others").and()));
        assertRefused(signed(token().subject("not-a-uuid")));
        assertRefused(signed(token().header().keyId("unknown").and()));
        assertRefused(
                Jwts.builder()
                        .subject(person.toString())
                        .signWith(EC.getPrivate(), Jwts.SIG.ES256)
                        .compact());
    }

    @Test
    void given_times_that_do_not_fit_when_verified_then_refused() {
        assertRefused(signed(token().expiration(Date.from(now.minusSeconds(1)))));
        assertRefused(signed(token().notBefore(Date.from(now.plusSeconds(600)))));
        assertRefused(signed(token().expiration(null)));
        assertRefused(signed(token().issuedAt(null)));
        assertRefused(signed(token().expiration(Date.from(now.plusSeconds(86_401)))));
    }

    @Test
    void given_a_huge_token_when_verified_then_it_is_not_even_read() {
        String token = signed(token().claim("ballast", "x".repeat(TokenVerifier.LONGEST)));

        assertThatThrownBy(() -> verifier.verify(token)).hasMessageContaining("too long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "....", "eyJ9.eyJ9.", "\u0000", "토큰.토큰.토큰"})
    void given_rubbish_when_verified_then_refused(String rubbish) {
        assertRefused(rubbish);
    }

    @Test
    void given_a_verified_token_when_it_is_revoked_then_refused_and_the_next_one_is_good() {
        String token = signed(token());
        verifier.verify(token);

        Instant validFrom = revocations.revoke(person, now);

        assertRefused(token);
        String next = signed(token().issuedAt(Date.from(validFrom)));
        assertThat(verifier.verify(next).userId()).isEqualTo(person);
    }

    @Test
    void given_a_verified_token_when_its_key_is_withdrawn_then_refused() {
        String token = signed(token());
        verifier.verify(token);

        keys.remove("ec");

        assertRefused(token);
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
