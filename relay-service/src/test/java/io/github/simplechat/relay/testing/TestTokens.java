package io.github.simplechat.relay.testing;

import io.github.simplechat.platform.security.VerificationKeys;
import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** Access tokens as the command service would issue them, and some that it never would. */
public final class TestTokens {

    private static final String KEY_ID = "test-key";

    private final KeyPair keys = Jwts.SIG.ES256.keyPair().build();
    private final KeyPair others = Jwts.SIG.ES256.keyPair().build();

    public VerificationKeys verificationKeys() {
        return id -> KEY_ID.equals(id) ? keys.getPublic() : null;
    }

    public String valid(UUID userId) {
        return expiring(userId, Instant.now().plusSeconds(900));
    }

    public String expiring(UUID userId, Instant at) {
        return claims(userId, at).signWith(keys.getPrivate(), Jwts.SIG.ES256).compact();
    }

    public String wronglySigned(UUID userId) {
        return claims(userId, Instant.now().plusSeconds(900))
                .signWith(others.getPrivate(), Jwts.SIG.ES256)
                .compact();
    }

    public String unsigned(UUID userId) {
        return claims(userId, Instant.now().plusSeconds(900)).compact();
    }

    private static JwtBuilder claims(UUID userId, Instant expiry) {
        return Jwts.builder()
                .header()
                .keyId(KEY_ID)
                .and()
                .subject(userId.toString())
                .issuer("simple-chat")
                .audience()
                .add("simple-chat")
                .and()
                .issuedAt(Date.from(Instant.now().minusSeconds(60)))
                .expiration(Date.from(expiry));
    }
}
