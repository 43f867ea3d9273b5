package io.github.simplechat.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.github.simplechat.platform.security.revocation.Revocations;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.ExpiredJwtException;
import io.jsonwebtoken.Jws;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import java.security.Key;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Verifies access tokens: signed by a known key of the issuer with an algorithm that is allowed it,
 * from it, for our audience, not expired, not revoked. A token that was verified is remembered
 * until it expires, because a signature costs more to check than all else of a small request; that
 * its key still holds and that it is not revoked is asked each time. Thread-safe.
 */
public final class TokenVerifier {

    /** The longest token that is looked at, in characters. */
    public static final int LONGEST = 8_192;

    private static final long REMEMBERED_CHARACTERS = 32L * 1024 * 1024;
    private static final int ENTRY = 256;

    private final TrustedIssuer issuer;
    private final Duration longestLife;
    private final Revocations revocations;
    private final JwtParser parser;
    private final Cache<String, Verified> verified =
            Caffeine.newBuilder()
                    .maximumWeight(REMEMBERED_CHARACTERS)
                    .weigher((String token, Verified found) -> token.length() + ENTRY)
                    .expireAfter(
                            Expiry.creating(
                                    (String token, Verified found) -> untilExpiry(found.caller())))
                    .build();

    private record Verified(Caller caller, String keyId) {}

    /**
     * A verifier that believes one issuer.
     *
     * @param longestLife a token that is valid for longer than this is not believed
     */
    TokenVerifier(TrustedIssuer issuer, Duration longestLife, Revocations revocations) {
        this.issuer = issuer;
        this.longestLife = longestLife;
        this.revocations = revocations;
        this.parser =
                Jwts.parser()
                        .sig()
                        .clear()
                        .add(issuer.algorithms())
                        .and()
                        .zip()
                        .clear()
                        .and()
                        .keyLocator(header -> locate(header.get("kid")))
                        .requireIssuer(issuer.name())
                        .requireAudience(issuer.audience())
                        .clockSkewSeconds(issuer.clockSkewSeconds())
                        .build();
    }

    private Key locate(@Nullable Object keyId) {
        PublicKey key = keyId instanceof String id ? issuer.keys().find(id) : null;
        if (key == null) {
            throw new InvalidToken("The access token is signed with a key that is not known here.");
        }
        return key;
    }

    /**
     * Who presents this token.
     *
     * @throws InvalidToken when it proves nothing
     */
    public Caller verify(String token) {
        Verified known = verified.getIfPresent(token);
        if (known == null) {
            known = check(token);
            verified.put(token, known);
        } else {
            locate(known.keyId());
        }
        Caller caller = known.caller();
        if (caller.issuedAt().isBefore(revocations.validFrom(caller.userId()))) {
            throw new InvalidToken("The access token was revoked; log in or refresh it.");
        }
        return caller;
    }

    private Verified check(String token) {
        if (token.length() > LONGEST) {
            throw new InvalidToken("The access token is too long.");
        }
        try {
            Jws<Claims> jws = parser.parseSignedClaims(token);
            return new Verified(caller(jws.getPayload()), jws.getHeader().getKeyId());
        } catch (ExpiredJwtException e) {
            throw new InvalidToken("The access token has expired; refresh it.");
        } catch (JwtException | IllegalArgumentException | NullPointerException e) {
            throw new InvalidToken("The access token is not valid.");
        }
    }

    private Caller caller(Claims claims) {
        Instant issuedAt = claims.getIssuedAt().toInstant();
        Instant expiresAt = claims.getExpiration().toInstant();
        if (expiresAt.isAfter(issuedAt.plus(longestLife))) {
            throw new InvalidToken("The access token is valid for too long.");
        }
        return new Caller(
                UUID.fromString(claims.getSubject()),
                roles(claims.get(issuer.rolesClaim())),
                issuedAt,
                expiresAt);
    }

    private static Set<String> roles(@Nullable Object claim) {
        return claim instanceof Collection<?> roles
                ? roles.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    private static Duration untilExpiry(Caller caller) {
        Duration left = Duration.between(Instant.now(), caller.expiresAt());
        return left.isNegative() ? Duration.ZERO : left;
    }
}
