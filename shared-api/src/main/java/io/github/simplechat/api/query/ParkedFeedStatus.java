package io.github.simplechat.api.query;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A feed that a projection leaves out, because it could not take in one of its events. Nothing of
 * it is lost: all of it is taken in when a retry succeeds.
 *
 * @param feedId the room or person
 * @param state {@code parked}, or {@code resumed} after a retry that succeeded
 * @param version the first event that is left out; null once resumed, as all that follow
 * @param position that event's place in the log
 * @param event its kind
 * @param error what kind of failure it was, without anything personal
 * @param since when it failed first
 * @param attempts how often it was retried in vain
 * @param lastVersion the newest event that was left out
 */
public record ParkedFeedStatus(
        UUID feedId,
        String state,
        @Nullable Long version,
        @Nullable Long position,
        @Nullable String event,
        @Nullable String error,
        @Nullable Instant since,
        @Nullable Integer attempts,
        @Nullable Long lastVersion) {}
