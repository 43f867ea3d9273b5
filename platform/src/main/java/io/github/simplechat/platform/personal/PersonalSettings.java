package io.github.simplechat.platform.personal;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How keys are used.
 *
 * @param cachedKeys how many keys a node keeps in memory, about 200 bytes each
 */
@Validated
@ConfigurationProperties("chat.personal")
public record PersonalSettings(@DefaultValue("100000") @Min(1) int cachedKeys) {}
