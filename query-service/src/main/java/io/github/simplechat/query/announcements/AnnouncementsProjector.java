package io.github.simplechat.query.announcements;

import io.github.simplechat.api.announcement.AnnouncementMade;
import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.api.query.Announcement;
import io.github.simplechat.query.platform.Contents;
import io.github.simplechat.query.rebuild.ProjectionWriter;
import java.util.List;
import java.util.stream.Stream;

/** Takes announcements into the announcements: one event, one document, never changed. */
final class AnnouncementsProjector implements ProjectionWriter {

    private final AnnouncementsStore store;

    AnnouncementsProjector(AnnouncementsStore store) {
        this.store = store;
    }

    @Override
    public void apply(List<RecordedEvent> batch) {
        store.write(batch.stream().flatMap(AnnouncementsProjector::announcement).toList());
    }

    private static Stream<Announcement> announcement(RecordedEvent recorded) {
        return recorded.event() instanceof AnnouncementMade made
                ? Stream.of(AnnouncementsProjection.announcement(recorded.version(), made))
                : Stream.of();
    }

    @Override
    public Contents contents() {
        return store.contents();
    }

    @Override
    public void drop() {
        store.drop();
    }
}
