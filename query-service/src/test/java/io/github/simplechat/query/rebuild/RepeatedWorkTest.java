package io.github.simplechat.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.query.testing.Story;
import io.github.simplechat.query.testing.TestMongo;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.mongodb.core.MongoTemplate;

/** However often and in whatever pieces events are taken in, the documents are the same. */
class RepeatedWorkTest {

    private static final int EVENTS = 1_500;

    private final MongoTemplate mongo = TestMongo.embedded();

    private Map<String, Document> once(List<RecordedEvent> events) {
        AllProjections.writers(mongo, 1).forEach(writer -> writer.apply(events));
        Map<String, Document> documents = AllProjections.documents(mongo, 1);
        assertThat(documents.keySet().stream().map(id -> id.substring(0, id.indexOf('/'))))
                .contains(
                        "timeline.messages",
                        "timeline.heads",
                        "rooms.rooms",
                        "rooms.memberships",
                        "rooms.bans",
                        "rooms.markers",
                        "rooms.tombstones",
                        "people.people",
                        "people.notices",
                        "people.invitations",
                        "announcements.made");
        return documents;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void every_batch_twice_in_batches_of_any_size(long seed) {
        List<RecordedEvent> events = Story.all(Story.log(seed, EVENTS));
        Random random = new Random(seed);
        List<ProjectionWriter> writers = AllProjections.writers(mongo, 2);

        for (int from = 0; from < events.size(); ) {
            int to = Math.min(events.size(), from + 1 + random.nextInt(60));
            List<RecordedEvent> batch = events.subList(from, to);
            writers.forEach(writer -> writer.apply(batch));
            writers.forEach(writer -> writer.apply(batch));
            from = to;
        }

        assertThat(AllProjections.documents(mongo, 2)).isEqualTo(once(events));
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7, 8})
    void going_back_to_any_earlier_place(long seed) {
        List<RecordedEvent> events = Story.all(Story.log(seed, EVENTS));
        Random random = new Random(seed);
        List<ProjectionWriter> writers = AllProjections.writers(mongo, 2);

        for (int reached = 0; reached < events.size(); ) {
            int from = random.nextInt(reached + 1);
            int to = Math.min(events.size(), reached + 1 + random.nextInt(60));
            List<RecordedEvent> batch = events.subList(from, to);
            writers.forEach(writer -> writer.apply(batch));
            reached = to;
        }

        assertThat(AllProjections.documents(mongo, 2)).isEqualTo(once(events));
    }

    @ParameterizedTest
    @ValueSource(longs = {9, 10, 11, 12})
    void two_writers_at_once(long seed) throws InterruptedException {
        List<RecordedEvent> events = Story.all(Story.log(seed, EVENTS));

        List<Thread> both =
                List.of(
                        Thread.startVirtualThread(() -> inPieces(events, new Random(seed))),
                        Thread.startVirtualThread(() -> inPieces(events, new Random(-seed))));
        for (Thread one : both) {
            one.join();
        }

        assertThat(AllProjections.documents(mongo, 2)).isEqualTo(once(events));
    }

    private void inPieces(List<RecordedEvent> events, Random random) {
        List<ProjectionWriter> writers = AllProjections.writers(mongo, 2);
        for (int from = 0; from < events.size(); ) {
            int to = Math.min(events.size(), from + 1 + random.nextInt(40));
            List<RecordedEvent> batch = events.subList(from, to);
            writers.forEach(writer -> writer.apply(batch));
            from = to;
        }
    }
}
