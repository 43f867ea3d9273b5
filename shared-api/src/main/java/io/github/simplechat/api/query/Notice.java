package io.github.simplechat.api.query;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a service told the caller.
 *
 * @param version its place in the person's feed
 * @param type what kind, for example {@code payment}
 * @param data what the service added for machines
 */
public record Notice(
        UUID userId,
        long version,
        String type,
        String text,
        @Nullable Map<String, Object> data,
        Instant at) {}
