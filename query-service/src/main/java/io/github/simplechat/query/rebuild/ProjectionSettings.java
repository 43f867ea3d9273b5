package io.github.simplechat.query.rebuild;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How projections take in events.
 *
 * @param batchSize how many events are taken in with one checkpoint, 1 to 10,000
 * @param workers how many write the feeds of a large batch side by side
 * @param patience how long a reader waits for an event before it asks again
 * @param retryFirst the pause after the first failure of a batch; doubles with each further one
 * @param retryLongest the longest pause
 * @param parkAfter after how many failures of a batch the events in it are tried one by one, and
 *     the feeds of those that fail are parked
 * @param parkedFeeds how many feeds a generation may park; when more fail, it is no matter of
 *     single events, and the whole projection waits
 * @param giveUpAfter how long a rebuild may fail at one batch before it is given up; a generation
 *     that serves never gives up
 * @param dropAfter how long a generation that is not needed any more is still there, for queries
 *     that had begun before; longer than any query takes
 * @param keepFor how long the generation that served last is kept to switch back to
 * @param lease how long a node that builds a generation may be silent before another one goes on
 * @param segments in how many parts a new generation that nodes share is built, each by one node at
 *     a time; 1 when one node is to build all
 */
@Validated
@ConfigurationProperties("chat.query.projections")
public record ProjectionSettings(
        @DefaultValue("4000") @Min(1) @Max(10_000) int batchSize,
        @DefaultValue("2") @Min(1) @Max(64) int workers,
        @DefaultValue("1s") @DurationMin(millis = 1) @DurationMax(minutes = 1) Duration patience,
        @DefaultValue("100ms") @DurationMin(millis = 1) @DurationMax(minutes = 1)
                Duration retryFirst,
        @DefaultValue("10s") @DurationMin(millis = 1) @DurationMax(minutes = 1)
                Duration retryLongest,
        @DefaultValue("5") @Min(1) @Max(1_000) int parkAfter,
        @DefaultValue("100") @Min(0) @Max(10_000) int parkedFeeds,
        @DefaultValue("5m") @DurationMin(millis = 1) Duration giveUpAfter,
        @DefaultValue("10s") @DurationMin(millis = 0) Duration dropAfter,
        @DefaultValue("24h") @DurationMin(millis = 0) Duration keepFor,
        @DefaultValue("10s") @DurationMin(millis = 100) @DurationMax(minutes = 10) Duration lease,
        @DefaultValue("4") @Min(1) @Max(64) int segments) {}
