package io.github.simplechat.api.announcement;

import java.time.Instant;
import java.util.UUID;

/** Tell everyone something; for callers with the role {@code admin}. */
public record MakeAnnouncement(UUID actorId, Instant at, String type, String text) {

    /** The feed that it goes to. */
    public UUID feedId() {
        return AnnouncementEvent.FEED_ID;
    }
}
