package io.github.simplechat.platform.security;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Who is calling, as their access token proves.
 *
 * @param userId the person
 * @param roles what they may do beyond their own affairs: {@code admin}, {@code service}
 * @param issuedAt when the token was issued, in whole seconds
 * @param expiresAt when the token stops being valid
 */
public record Caller(UUID userId, Set<String> roles, Instant issuedAt, Instant expiresAt) {

    /** May announce, and rebuild projections. */
    public static final String ADMIN = "admin";

    /** May send notices to people. */
    public static final String SERVICE = "service";
}
