package io.github.simplechat.query.search.lucene;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where and how messages are indexed.
 *
 * @param folder a folder on this node's disk, for one process alone
 * @param commitInterval how often the index is made durable; a crash repeats at most the events of
 *     that time
 * @param expungeAfter how long what was deleted, replaced or erased may still be in the files
 */
@Validated
@ConfigurationProperties("chat.query.search")
public record SearchSettings(
        @NotNull Path folder,
        @DefaultValue("5s") @DurationMin(millis = 100) @DurationMax(minutes = 10)
                Duration commitInterval,
        @DefaultValue("1h") @DurationMin(seconds = 1) @DurationMax(days = 1)
                Duration expungeAfter) {}
