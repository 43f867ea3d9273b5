package io.github.simplechat.api.person;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tell a person something; for callers with the role {@code service}. */
public record SendNotice(
        UUID userId,
        UUID actorId,
        Instant at,
        String type,
        String text,
        @Nullable Map<String, Object> data)
        implements PersonCommand {}
