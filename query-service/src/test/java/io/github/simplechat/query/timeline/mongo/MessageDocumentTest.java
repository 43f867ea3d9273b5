package io.github.simplechat.query.timeline.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.room.Attachment;
import io.github.simplechat.query.testing.TestMongo;
import io.github.simplechat.query.timeline.mongo.MessageDocument.ReactionDocument;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What is written is what the mapping writes, field by field and in its order. */
class MessageDocumentTest {

    private static final Instant AT = Instant.parse("2026-11-22T06:00:00.123Z");

    private final MongoTemplate mongo = TestMongo.embedded();

    private String mapped(MessageDocument document) {
        Document mapped = new Document();
        mongo.getConverter().write(document, mapped);
        return mapped.toJson();
    }

    @Test
    void a_full_one_is_written_as_the_mapping_writes_it() {
        MessageDocument full =
                new MessageDocument(
                        "room:1",
                        "room",
                        1,
                        1L << 40,
                        "author",
                        "author",
                        true,
                        "말 $.",
                        AT,
                        AT.plusSeconds(1),
                        AT.plusSeconds(2),
                        7L,
                        3L,
                        "room:3",
                        List.of("one", "two"),
                        List.of(new ReactionDocument("$.🍵", List.of("one"))),
                        List.of(new Attachment("https://a.b/$c", "a.b", "image/png", 1L << 40)),
                        "room");

        assertThat(full.bson().toJson()).isEqualTo(mapped(full));
    }

    @Test
    void a_bare_one_is_written_as_the_mapping_writes_it() {
        MessageDocument bare =
                new MessageDocument(
                        "room:1", "room", 1, 2, "author", null, null, null, AT, null, null, null,
                        null, null, List.of(), List.of(), List.of(), null);

        assertThat(bare.bson().toJson()).isEqualTo(mapped(bare));
    }
}
