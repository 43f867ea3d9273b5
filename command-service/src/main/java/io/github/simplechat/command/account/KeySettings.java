package io.github.simplechat.command.account;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How signing keys follow each other.
 *
 * @param age how long a key signs before its successor is announced
 * @param announcement how long a key is published before it signs, so that all who verify know it
 */
@Validated
@ConfigurationProperties("chat.account.keys")
public record KeySettings(
        @DefaultValue("90d") @DurationMin(hours = 1, message = "must be at least 1h") Duration age,
        @DefaultValue("1h") @DurationMin(minutes = 1, message = "must be at least 1m")
                Duration announcement) {}
