package io.github.simplechat.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.query.platform.mongo.MongoDocuments;
import io.github.simplechat.query.platform.mongo.VersionedDocument;
import io.github.simplechat.query.testing.TestMongo;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

class MongoDocumentsTest {

    private static final int MANY = 100_000;
    private static final int PAGE = 50;

    record Note(String id, long version, String room, String text) implements VersionedDocument {}

    private final MongoTemplate mongo = TestMongo.embedded();
    private final MongoDocuments<Note> notes = new MongoDocuments<>(mongo, Note.class, "notes");

    @Test
    void only_what_is_newer_is_written() {
        notes.write(List.of(note("a", 5, "five"), note("b", 5, "five")));

        notes.write(List.of(note("a", 4, "four"), note("b", 6, "six"), note("c", 0, "zero")));
        notes.write(List.of(note("a", 5, "another five")));

        assertThat(notes.load(List.of("a", "b", "c", "d")))
                .extracting(Note::text)
                .containsExactlyInAnyOrder("five", "six", "zero");
    }

    @Test
    void given_some_are_there_after_all_when_added_then_of_each_the_newest_is_left() {
        notes.write(List.of(note("a", 5, "five"), note("b", 5, "five")));

        notes.add(
                List.of(
                        note("c", 0, "zero"),
                        note("a", 4, "four"),
                        note("b", 6, "six"),
                        note("d", 1, "one")));
        notes.add(List.of());

        assertThat(notes.load(List.of("a", "b", "c", "d")))
                .extracting(one -> one.id() + " " + one.text())
                .containsExactlyInAnyOrder("a five", "b six", "c zero", "d one");
    }

    @Test
    void documents_carry_no_class_names() {
        notes.write(List.of(note("a", 1, "one")));

        assertThat(mongo.getCollection("notes").find().first())
                .containsOnlyKeys("_id", "version", "room", "text");
    }

    @Test
    void given_many_documents_when_a_page_is_read_or_written_then_the_others_cost_nothing() {
        List<Note> page =
                IntStream.range(0, PAGE).mapToObj(i -> note("0:" + i, 1, "page")).toList();
        List<String> ids = page.stream().map(Note::id).toList();
        notes.index("room", "version");
        notes.write(page);
        long fewRead = fastest(() -> notes.load(ids));
        long fewWritten = fastest(() -> notes.write(page));
        long fewFound = fastest(() -> find("room of page"));

        for (int from = 0; from < MANY; from += 1_000) {
            mongo.getCollection("notes")
                    .insertMany(IntStream.range(from, from + 1_000).mapToObj(this::other).toList());
        }
        long manyRead = fastest(() -> notes.load(ids));
        long manyWritten = fastest(() -> notes.write(page));
        long manyFound = fastest(() -> find("room of page"));

        System.out.printf(
                "page of %d by id: %d µs alone, %d µs among %d; written again: %d and %d µs;"
                        + " by index: %d and %d µs%n",
                PAGE, fewRead, manyRead, MANY, fewWritten, manyWritten, fewFound, manyFound);
        assertThat(notes.load(ids)).hasSize(PAGE);
        assertThat(find("room of page")).hasSize(PAGE);
        assertThat(manyRead).isLessThan(10 * fewRead + 5_000);
        assertThat(manyWritten).isLessThan(10 * fewWritten + 20_000);
        assertThat(manyFound).isLessThan(10 * fewFound + 5_000);
    }

    private Document other(int number) {
        return new Document("_id", "1:" + number)
                .append("version", 1L)
                .append("room", "another room")
                .append("text", "other");
    }

    private List<Note> find(String room) {
        return notes.find(Query.query(Criteria.where("room").is(room).and("version").gte(1)));
    }

    private static long fastest(Runnable work) {
        return IntStream.range(0, 20)
                .mapToObj(i -> {
                    long begun = System.nanoTime();
                    work.run();
                    return (System.nanoTime() - begun) / 1_000;
                })
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Note note(String id, long version, String text) {
        return new Note(id, version, "room of " + text, text);
    }
}
