package io.github.simplechat.query.announcements.mongo;

import io.github.simplechat.api.query.Announcement;
import io.github.simplechat.query.announcements.AnnouncementsStore;
import io.github.simplechat.query.platform.Contents;
import io.github.simplechat.query.platform.Documents;
import io.github.simplechat.query.platform.Window;
import io.github.simplechat.query.platform.mongo.MongoDocuments;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.mapstruct.factory.Mappers;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;

/** A generation of the announcements in one collection. */
public final class MongoAnnouncementsStore implements AnnouncementsStore {

    private static final AnnouncementDocuments SHAPES =
            Mappers.getMapper(AnnouncementDocuments.class);

    private final MongoDocuments<AnnouncementDocument> announcements;
    private final Documents all;

    /** Opens a generation, with its index. */
    public MongoAnnouncementsStore(MongoOperations mongo, int generation) {
        announcements =
                new MongoDocuments<>(
                                mongo,
                                AnnouncementDocument.class,
                                "announcements_" + generation + "_made")
                        .index("version");
        all = Documents.joined(Map.of("announcements", announcements));
    }

    @Override
    public List<Announcement> page(Window window) {
        return announcements.load(window.numbers().mapToObj(Long::toString).toList()).stream()
                .map(SHAPES::announcement)
                .sorted(Comparator.comparingLong(Announcement::version))
                .toList();
    }

    @Override
    public OptionalLong newest() {
        Query newest = new Query().with(Sort.by("version").descending()).limit(1);
        return announcements.find(newest).stream()
                .mapToLong(AnnouncementDocument::version)
                .findFirst();
    }

    @Override
    public void write(Collection<Announcement> made) {
        announcements.write(made.stream().map(SHAPES::document).toList());
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
