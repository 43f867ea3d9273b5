package io.github.simplechat.command.account;

import java.util.UUID;

/**
 * What a person gets for a password or a refresh token.
 *
 * @param userId the person
 * @param accessToken a JWT for {@code Authorization: Bearer}
 * @param refreshToken for one exchange against new tokens
 * @param expiresIn how long the access token is valid, in seconds
 */
public record Tokens(UUID userId, String accessToken, String refreshToken, long expiresIn) {}
