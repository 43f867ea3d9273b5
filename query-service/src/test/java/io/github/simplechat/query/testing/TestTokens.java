package io.github.simplechat.query.testing;

import io.github.simplechat.platform.security.VerificationKeys;
import io.jsonwebtoken.Jwts;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Access tokens of an issuer that the tests are themselves. */
@TestConfiguration(proxyBeanMethods = false)
public class TestTokens {

    private static final KeyPair KEYS = Jwts.SIG.ES256.keyPair().build();
    private static final String KEY_ID = "test";

    @Bean
    VerificationKeys testKeys() {
        return keyId -> KEY_ID.equals(keyId) ? KEYS.getPublic() : null;
    }

    /** A token of a person, valid for five minutes. */
    public static String of(UUID userId, String... roles) {
        return Jwts.builder()
                .header()
                .keyId(KEY_ID)
                .and()
                .subject(userId.toString())
                .issuer("simple-chat")
                .audience()
                .add("simple-chat")
                .and()
                .claim("roles", List.of(roles))
                .issuedAt(Date.from(Instant.now()))
                .expiration(Date.from(Instant.now().plusSeconds(300)))
                .signWith(KEYS.getPrivate())
                .compact();
    }
}
