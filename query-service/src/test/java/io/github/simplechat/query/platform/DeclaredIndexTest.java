package io.github.simplechat.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.simplechat.platform.startup.CannotStart;
import io.github.simplechat.query.platform.mongo.MongoDocuments;
import io.github.simplechat.query.platform.mongo.VersionedDocument;
import io.github.simplechat.query.testing.TestMongo;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class DeclaredIndexTest {

    record Note(String id, long version, String room) implements VersionedDocument {}

    abstract static class DeclaredIndexContract {

        private MongoTemplate mongo = TestMongo.embedded();

        abstract MongoTemplate database();

        @BeforeEach
        void start() {
            mongo = database();
        }

        private MongoDocuments<Note> notes() {
            return new MongoDocuments<>(mongo, Note.class, "notes");
        }

        private List<Document> indexes() {
            return mongo.getCollection("notes").listIndexes().into(new ArrayList<>());
        }

        @Test
        void given_none_when_declared_then_it_is_made_and_found_again() {
            notes().index("room", "version").indexOfThose("thread", "seq");
            List<Document> made = indexes();

            notes().index("room", "version").indexOfThose("thread", "seq");

            assertThat(indexes()).isEqualTo(made);
            assertThat(made)
                    .extracting(index -> index.getString("name"))
                    .contains("room_1_version_1", "thread_1_seq_1");
        }

        @Test
        void given_documents_without_it_when_declared_then_it_is_made() {
            notes().write(List.of(new Note("a", 1, "room")));

            notes().index("room");

            assertThat(indexes()).extracting(index -> index.getString("name")).contains("room_1");
        }

        @Test
        void given_another_in_its_place_when_declared_then_one_sentence_names_it() {
            mongo.getCollection("notes")
                    .createIndex(
                            new Document("room", 1).append("seq", 1),
                            new com.mongodb.client.model.IndexOptions().name("room_1_version_1"));

            assertThatThrownBy(() -> notes().index("room", "version"))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageStartingWith("the index room_1_version_1 of ")
                    .hasMessageContaining(".notes is not as it is needed")
                    .hasMessageEndingWith("; drop it, and the next start makes it.");
        }
    }

    @Nested
    class OnTheEmbeddedStore extends DeclaredIndexContract {
        @Override
        MongoTemplate database() {
            return TestMongo.embedded();
        }
    }

    @Nested
    class OnMongo extends DeclaredIndexContract {
        @Override
        MongoTemplate database() {
            return TestMongo.real();
        }
    }
}
