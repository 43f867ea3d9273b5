package io.github.simplechat.command.account;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often somebody may try to log in, at each node.
 *
 * @param perName attempts a minute with one username, right or wrong
 * @param perAddress failed attempts a minute from one address, or one IPv6 network of 64 bits
 */
@Validated
@ConfigurationProperties("chat.account.logins")
public record LoginSettings(
        @DefaultValue("20") @Min(1) int perName, @DefaultValue("20") @Min(1) int perAddress) {}
