package io.github.simplechat.command.account.web;

import io.github.simplechat.command.account.SigningKeys;
import io.jsonwebtoken.security.Jwk;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public keys that access tokens can be verified with (RFC 7517). */
@RestController
@Tag(name = "Accounts")
class JwksApi {

    private static final List<String> PUBLISHED =
            List.of("kty", "crv", "x", "y", "kid", "alg", "use");

    private final SigningKeys keys;

    JwksApi(SigningKeys keys) {
        this.keys = keys;
    }

    @GetMapping("/.well-known/jwks.json")
    @Operation(summary = "The keys that access tokens are signed with")
    Map<String, Object> keys() {
        return Map.of(
                "keys", keys.published().getKeys().stream().map(JwksApi::parameters).toList());
    }

    private static Map<String, Object> parameters(Jwk<?> key) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (String name : PUBLISHED) {
            parameters.put(name, String.valueOf(key.get(name)));
        }
        return parameters;
    }
}
