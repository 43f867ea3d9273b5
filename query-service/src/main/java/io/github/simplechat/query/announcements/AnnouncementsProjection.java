package io.github.simplechat.query.announcements;

import io.github.simplechat.api.announcement.AnnouncementMade;
import io.github.simplechat.api.query.Announcement;

/** What events make of announcements. Pure. */
final class AnnouncementsProjection {

    private AnnouncementsProjection() {}

    static Announcement announcement(long version, AnnouncementMade event) {
        return new Announcement(version, event.type(), event.text(), event.actorId(), event.at());
    }
}
