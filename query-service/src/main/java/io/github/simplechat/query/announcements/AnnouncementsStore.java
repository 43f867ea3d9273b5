package io.github.simplechat.query.announcements;

import io.github.simplechat.api.query.Announcement;
import io.github.simplechat.query.platform.Contents;
import io.github.simplechat.query.platform.Window;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

/** The announcements of one generation. Implementations are thread-safe. */
public interface AnnouncementsStore {

    /** The announcements of a page that are there, in rising version. */
    List<Announcement> page(Window window);

    /** The version of the newest one. */
    OptionalLong newest();

    /** Writes what is new. */
    void write(Collection<Announcement> announcements);

    /** All that it holds, to be compared with another generation. */
    Contents contents();

    /** Removes the generation. */
    void drop();
}
