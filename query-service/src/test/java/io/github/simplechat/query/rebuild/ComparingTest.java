package io.github.simplechat.query.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.query.platform.Contents;
import io.github.simplechat.query.platform.Fingerprint;
import io.github.simplechat.query.testing.Story;
import io.github.simplechat.query.testing.TestMongo;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class ComparingTest {

    private final Documents fresh = new Documents();
    private final Documents old = new Documents();

    /** Documents that may change while they are looked at. */
    private static final class Documents implements Contents {

        private final NavigableMap<String, Long> versions = new ConcurrentSkipListMap<>();
        private Runnable afterLook = () -> {};

        Documents with(String id, long version) {
            versions.put(id, version);
            return this;
        }

        private long version(String id) {
            return versions.getOrDefault(id, 0L);
        }

        private Fingerprint fingerprint(String id) {
            return Fingerprint.of(id, version(id), version(id));
        }

        @Override
        public Stream<Fingerprint> all() {
            return versions.navigableKeySet().stream().map(this::fingerprint);
        }

        @Override
        public List<Fingerprint> of(Collection<String> ids) {
            List<Fingerprint> found =
                    ids.stream().filter(versions::containsKey).map(this::fingerprint).toList();
            afterLook.run();
            return found;
        }
    }

    private Comparison compare() {
        return new Comparing(fresh, old, () -> true, Throttle.NONE).run();
    }

    @Test
    void the_same_documents_have_the_same_digest() {
        fresh.with("a", 1).with("b", 2);
        old.with("b", 2).with("a", 1);

        Comparison found = compare();

        assertThat(found.nothingDiffers()).isTrue();
        assertThat(found.digest()).isEqualTo(found.oldDigest()).isNotEqualTo("0".repeat(32));
    }

    @Test
    void what_is_missing_too_much_or_other_in_one_differs() {
        fresh.with("a", 1).with("b", 2).with("d", 1);
        old.with("a", 1).with("b", 3).with("c", 1);

        Comparison found = compare();

        assertThat(found.differing()).isEqualTo(3);
        assertThat(found.digest()).isNotEqualTo(found.oldDigest());
    }

    @Test
    void given_a_document_on_its_way_when_it_arrives_in_both_then_it_is_the_same() {
        fresh.with("a", 1);
        old.with("a", 2).with("b", 0);
        fresh.afterLook = () -> fresh.with("a", 2).with("b", 0);

        assertThat(compare().nothingDiffers()).isTrue();
    }

    @Test
    void given_a_document_that_never_rests_when_both_have_been_in_one_state_then_it_is_the_same() {
        fresh.with("a", 1);
        old.with("a", 3);
        fresh.afterLook = () -> fresh.with("a", fresh.version("a") + 2);
        old.afterLook = () -> old.with("a", old.version("a") + 2);

        assertThat(compare().nothingDiffers()).isTrue();
    }

    @Test
    void many_differences_are_counted_one_by_one() {
        IntStream.range(0, 12_000).forEach(one -> fresh.with("x" + one, 1));

        assertThat(compare().differing()).isEqualTo(12_000);
    }

    @Test
    void every_projection_has_the_same_digest_however_it_was_built_and_another_when_damaged() {
        MongoTemplate mongo = TestMongo.embedded();
        List<RecordedEvent> events = Story.all(Story.log(1, 1_000));
        for (Projection<?> projection : AllProjections.over(mongo)) {
            ProjectionWriter once = projection.open(1).writer();
            ProjectionWriter twice = projection.open(2).writer();
            once.apply(events);
            twice.apply(events.subList(0, 600));
            twice.apply(events.subList(300, events.size()));

            Comparison found =
                    new Comparing(twice.contents(), once.contents(), () -> true, Throttle.NONE)
                            .run();

            assertThat(found.nothingDiffers()).as(projection.name()).isTrue();
            assertThat(found.digest()).isEqualTo(found.oldDigest());
            assertThat(once.contents().all())
                    .isNotEmpty()
                    .isSortedAccordingTo((a, b) -> a.id().compareTo(b.id()));
            damage(mongo, projection.name() + "_2_");
            assertThat(
                            new Comparing(
                                            twice.contents(),
                                            once.contents(),
                                            () -> true,
                                            Throttle.NONE)
                                    .run()
                                    .differing())
                    .as(projection.name())
                    .isEqualTo(1);
        }
    }

    private static void damage(MongoTemplate mongo, String prefix) {
        String collection =
                mongo.getCollectionNames().stream()
                        .filter(name -> name.startsWith(prefix))
                        .filter(name -> mongo.getCollection(name).countDocuments() > 0)
                        .findFirst()
                        .orElseThrow();
        Document one = mongo.getCollection(collection).find().first();
        mongo.getCollection(collection)
                .updateOne(
                        new Document("_id", one.get("_id")),
                        new Document("$set", new Document(Map.of("damaged", true))));
    }
}
