package io.github.simplechat.api.announcement;

import io.github.simplechat.api.event.ChatEvent;
import java.util.UUID;

/** Something told to everyone. */
public sealed interface AnnouncementEvent extends ChatEvent permits AnnouncementMade {

    /** The one feed that all announcements share. */
    UUID FEED_ID = new UUID(0, 0);

    @Override
    default UUID feedId() {
        return FEED_ID;
    }
}
