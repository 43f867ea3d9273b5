package io.github.simplechat.api.announcement;

import io.github.simplechat.api.event.Revision;
import java.time.Instant;
import java.util.UUID;

/**
 * An administrator announced something.
 *
 * @param type {@code service-check}, {@code biz-event} or {@code new-feature}
 */
@Revision("1")
public record AnnouncementMade(UUID actorId, Instant at, String type, String text)
        implements AnnouncementEvent {}
