package io.github.simplechat.command.account;

import io.github.simplechat.command.TestService;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Real access tokens of any age. */
public final class TestTokens {

    private TestTokens() {}

    public static String issuedAt(UUID userId, Instant at) {
        return TestService.bean(AccessTokens.class).issue(userId, Set.of(), at);
    }
}
