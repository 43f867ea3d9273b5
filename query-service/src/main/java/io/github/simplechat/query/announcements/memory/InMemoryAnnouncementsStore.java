package io.github.simplechat.query.announcements.memory;

import io.github.simplechat.api.query.Announcement;
import io.github.simplechat.query.announcements.AnnouncementsStore;
import io.github.simplechat.query.platform.Contents;
import io.github.simplechat.query.platform.Documents;
import io.github.simplechat.query.platform.Window;
import io.github.simplechat.query.platform.memory.MemoryDocuments;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Announcements that live as long as their process. */
public final class InMemoryAnnouncementsStore implements AnnouncementsStore {

    private final MemoryDocuments<Long, Announcement> announcements =
            new MemoryDocuments<>(Announcement::version, Announcement::version);
    private final Documents all = Documents.joined(Map.of("announcements", announcements));

    @Override
    public List<Announcement> page(Window window) {
        return List.copyOf(announcements.load(window.numbers().boxed().toList()).values());
    }

    @Override
    public OptionalLong newest() {
        return announcements.stream().mapToLong(Announcement::version).max();
    }

    @Override
    public void write(Collection<Announcement> made) {
        announcements.write(made);
    }

    @Override
    public Contents contents() {
        return all;
    }

    @Override
    public void drop() {
        all.drop();
    }
}
