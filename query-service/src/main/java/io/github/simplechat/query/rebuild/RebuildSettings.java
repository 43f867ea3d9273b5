package io.github.simplechat.query.rebuild;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a rebuild gives way to queries. It does so only while queries come to its node.
 *
 * @param share how much of the time it works then, 0.01 to 1, where 1 gives way to nobody
 * @param batchSize how many events it takes in at once then, 1 to 10,000
 */
@Validated
@ConfigurationProperties("chat.query.rebuild")
public record RebuildSettings(
        @DefaultValue("0.2") @DecimalMin("0.01") @DecimalMax("1") double share,
        @DefaultValue("200") @Min(1) @Max(10_000) int batchSize) {}
