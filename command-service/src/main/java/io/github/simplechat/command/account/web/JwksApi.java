package io.github.simplechat.command.account.web;

import io.github.simplechat.command.account.SigningKeys;
import io.jsonwebtoken.security.EcPublicJwk;
import io.jsonwebtoken.security.Jwks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Conditional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public keys that access tokens can be verified with (RFC 7517). */
@RestController
@Conditional(OwnIssuer.class)
@Tag(name = "Accounts")
class JwksApi {

    private static final List<String> PUBLISHED =
            List.of("kty", "crv", "x", "y", "kid", "alg", "use");

    private final SigningKeys keys;

    JwksApi(SigningKeys keys) {
        this.keys = keys;
    }

    @GetMapping("/.well-known/jwks.json")
    @Operation(summary = "The keys that access tokens are signed with, now or soon")
    Map<String, Object> keys() {
        return Map.of("keys", keys.published().stream().map(JwksApi::parameters).toList());
    }

    private static Map<String, Object> parameters(SigningKeys.PublishedKey key) {
        EcPublicJwk jwk =
                Jwks.builder()
                        .key(key.publicKey())
                        .id(key.kid())
                        .algorithm("ES256")
                        .publicKeyUse("sig")
                        .build();
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (String name : PUBLISHED) {
            parameters.put(name, String.valueOf(jwk.get(name)));
        }
        return parameters;
    }
}
