package io.github.simplechat.api.room;

import io.github.simplechat.api.event.Personal;
import io.github.simplechat.api.event.Revision;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message's text was replaced by its author.
 *
 * @param text what it says now, NFC; null once its author was erased
 * @param mentions the members whom it mentions now, each once
 */
@Revision("2")
public record MessageEdited(
        UUID roomId,
        UUID actorId,
        Instant at,
        long seq,
        @Personal @Nullable String text,
        List<UUID> mentions)
        implements MessageEvent {}
