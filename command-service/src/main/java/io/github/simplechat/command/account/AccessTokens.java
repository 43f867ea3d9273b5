package io.github.simplechat.command.account;

import io.github.simplechat.platform.security.TokenSettings;
import io.jsonwebtoken.Jwts;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Issues access tokens. Thread-safe. */
@Component
final class AccessTokens {

    private final SigningKeys keys;
    private final TokenSettings tokens;
    private final AccountSettings settings;

    AccessTokens(SigningKeys keys, TokenSettings tokens, AccountSettings settings) {
        this.keys = keys;
        this.tokens = tokens;
        this.settings = settings;
    }

    @SuppressWarnings("JavaUtilDate") // the token library speaks it
    String issue(UUID userId, Set<String> roles, Instant issuedAt) {
        KeyRing.Key key = keys.current();
        return Jwts.builder()
                .header()
                .keyId(key.id())
                .and()
                .subject(userId.toString())
                .issuer(tokens.issuer())
                .audience()
                .add(tokens.audience())
                .and()
                .claim("roles", roles)
                .id(UUID.randomUUID().toString())
                .issuedAt(Date.from(issuedAt))
                .expiration(Date.from(issuedAt.plus(settings.accessTtl())))
                .signWith(key.privateKey(), Jwts.SIG.ES256)
                .compact();
    }

    long ttlSeconds() {
        return settings.accessTtl().toSeconds();
    }
}
