package io.github.simplechat.platform.security;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which tokens are believed. There is one issuer: command-service, or an outside one instead, so
 * that nobody outside can speak for a person who registered here.
 *
 * @param issuer what a token's {@code iss} must be
 * @param audience what a token's {@code aud} must contain
 * @param jwksUri where command-service publishes its keys; needed by the other services
 * @param longest the longest time that a token may be valid for; revocations are kept as long
 * @param outside the outside issuer; null when command-service issues the tokens
 */
@Validated
@ConfigurationProperties("chat.token")
public record TokenSettings(
        @DefaultValue("simple-chat") @NotBlank String issuer,
        @DefaultValue("simple-chat") @NotBlank String audience,
        @Nullable URI jwksUri,
        @DefaultValue("24h") @DurationMin(minutes = 1, message = "must be at least 1m")
                Duration longest,
        @Nullable @Valid Outside outside) {

    /**
     * An issuer that is not part of this system.
     *
     * @param jwksUri where it publishes its keys
     * @param issuer what its tokens' {@code iss} is
     * @param audience what its tokens' {@code aud} contains when they are meant for us
     * @param rolesClaim the claim that holds a person's roles, as a list of texts
     */
    public record Outside(
            @NotNull(message = "must be the address of the issuer's keys") URI jwksUri,
            @NotBlank(message = "must be what its tokens name as iss") String issuer,
            @NotBlank(message = "must be what its tokens name as aud") String audience,
            @DefaultValue("roles") @NotBlank String rolesClaim) {}
}
