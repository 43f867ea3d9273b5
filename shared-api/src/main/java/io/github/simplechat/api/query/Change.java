package io.github.simplechat.api.query;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change of a feed, in order.
 *
 * @param version its place in the feed
 * @param type the {@code msg-type} that the live frame carries
 * @param timestamp when
 * @param actorId who caused it
 * @param seq the message's number, where it is about a message
 * @param data what else the event says, but never a message's text: that is read by {@code seq}, so
 *     that what was deleted stays deleted
 */
public record Change(
        long version,
        String type,
        Instant timestamp,
        UUID actorId,
        @Nullable Long seq,
        Map<String, Object> data) {}
