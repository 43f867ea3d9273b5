package io.github.simplechat.api.person;

import io.github.simplechat.api.event.Personal;
import io.github.simplechat.api.event.Revision;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A service had something to tell a person.
 *
 * @param type what kind, for example {@code payment}; the live frame is {@code person.<type>}
 * @param text what they are told; null once the person was erased
 * @param data what the service adds for machines, up to 4 KiB as JSON
 */
@Revision("1")
public record NoticeReceived(
        UUID userId,
        UUID actorId,
        Instant at,
        String type,
        @Personal @Nullable String text,
        @Personal @Nullable Map<String, Object> data)
        implements PersonEvent {}
