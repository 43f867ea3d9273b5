package io.github.simplechat.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.ExpiredJwtException;
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
 * Verifies access tokens: signed (never {@code alg: none}) by a known key, from our issuer, for our
 * audience, not expired. A token that was verified is remembered until it expires, because a
 * signature costs more to check than all else of a small request. Thread-safe.
 */
public final class TokenVerifier {

    private static final int REMEMBERED = 50_000;

    private final JwtParser parser;
    private final Cache<String, Caller> verified =
            Caffeine.newBuilder()
                    .maximumSize(REMEMBERED)
                    .expireAfter(
                            Expiry.creating((String token, Caller caller) ->
                                    Duration.between(Instant.now(), caller.expiresAt())))
                    .build();

    /** A verifier that believes {@code keys}. */
    public TokenVerifier(VerificationKeys keys, TokenSettings settings) {
        this.parser =
                Jwts.parser()
                        .keyLocator(header -> locate(keys, header.get("kid")))
                        .requireIssuer(settings.issuer())
                        .requireAudience(settings.audience())
                        .build();
    }

    private static Key locate(VerificationKeys keys, @Nullable Object keyId) {
        PublicKey key = keyId instanceof String id ? keys.find(id) : null;
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
        Caller known = verified.getIfPresent(token);
        if (known == null) {
            known = check(token);
            verified.put(token, known);
        }
        return known;
    }

    private Caller check(String token) {
        try {
            Claims claims = parser.parseSignedClaims(token).getPayload();
            return new Caller(
                    UUID.fromString(claims.getSubject()),
                    roles(claims.get("roles")),
                    claims.getExpiration().toInstant());
        } catch (ExpiredJwtException e) {
            throw new InvalidToken("The access token has expired; refresh it.");
        } catch (JwtException | IllegalArgumentException | NullPointerException e) {
            throw new InvalidToken("The access token is not valid.");
        }
    }

    private static Set<String> roles(@Nullable Object claim) {
        return claim instanceof Collection<?> roles
                ? roles.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }
}
