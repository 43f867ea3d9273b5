package io.github.simplechat.query.rebuild;

import io.github.simplechat.query.announcements.AnnouncementsFixture;
import io.github.simplechat.query.people.PeopleFixture;
import io.github.simplechat.query.rooms.RoomsFixture;
import io.github.simplechat.query.timeline.TimelineFixture;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The projections of this service over one database, and what is in it. */
final class AllProjections {

    private AllProjections() {}

    static List<Projection<?>> over(MongoTemplate mongo) {
        return List.of(
                TimelineFixture.projection(mongo),
                RoomsFixture.projection(mongo),
                PeopleFixture.projection(mongo),
                AnnouncementsFixture.projection(mongo));
    }

    static List<ProjectionWriter> writers(MongoTemplate mongo, int generation) {
        return over(mongo).stream()
                .<ProjectionWriter>map(projection -> projection.open(generation).writer())
                .toList();
    }

    /** All documents of a generation: what they are in, their id, and all they say. */
    static Map<String, Document> documents(MongoTemplate mongo, int generation) {
        Map<String, Document> found = new TreeMap<>();
        for (String collection : mongo.getCollectionNames()) {
            if (collection.contains("_" + generation + "_")) {
                String what = collection.replace("_" + generation + "_", ".");
                for (Document document : mongo.getCollection(collection).find()) {
                    found.put(what + "/" + document.get("_id"), document);
                }
            }
        }
        return found;
    }
}
