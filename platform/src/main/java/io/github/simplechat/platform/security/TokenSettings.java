package io.github.simplechat.platform.security;

import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which tokens are believed.
 *
 * @param issuer what a token's {@code iss} must be
 * @param audience what a token's {@code aud} must contain
 * @param jwksUri where the issuer publishes its keys; needed by services that issue no tokens
 */
@Validated
@ConfigurationProperties("chat.token")
public record TokenSettings(
        @DefaultValue("simple-chat") @NotBlank String issuer,
        @DefaultValue("simple-chat") @NotBlank String audience,
        @Nullable URI jwksUri) {}
