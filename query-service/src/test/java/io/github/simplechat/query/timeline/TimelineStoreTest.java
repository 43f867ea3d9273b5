package io.github.simplechat.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.query.Message;
import io.github.simplechat.query.platform.PageRequest;
import io.github.simplechat.query.platform.Window;
import io.github.simplechat.query.testing.TestMongo;
import io.github.simplechat.query.timeline.memory.InMemoryTimelineStore;
import io.github.simplechat.query.timeline.mongo.MongoTimelineStore;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TimelineStoreTest {

    abstract static class TimelineStoreContract {

        private static final Instant AT = Instant.parse("2026-11-22T06:00:00.123Z");
        private final UUID room = UUID.randomUUID();
        private final UUID author = UUID.randomUUID();
        private final TimelineStore store = open();

        abstract TimelineStore open();

        @Test
        void what_was_written_is_read_as_it_was() {
            Message full = new Message(room, 1, 4, author, "Hi", AT, AT, AT, 7L);
            Message bare = new Message(room, 2, 5, author, null, AT, null, null, null);

            store.write(List.of(full, bare), List.of(new Head(room, 5, 2)));

            assertThat(store.message(MessageKey.of(full))).contains(full);
            assertThat(store.message(MessageKey.of(bare))).contains(bare);
            assertThat(store.head(room)).contains(new Head(room, 5, 2));
        }

        @Test
        void what_is_not_there_is_left_out() {
            assertThat(store.messages(Set.of(new MessageKey(room, 1)))).isEmpty();
            assertThat(store.messages(Set.of())).isEmpty();
            assertThat(store.head(room)).isEmpty();
        }

        @Test
        void older_and_equal_versions_change_nothing() {
            store.write(List.of(text(1, 5, "five")), List.of(new Head(room, 5, 1)));

            store.write(
                    List.of(text(1, 5, "other five"), text(2, 1, "new")),
                    List.of(new Head(room, 4, 0)));

            assertThat(store.message(new MessageKey(room, 1)).orElseThrow().text())
                    .isEqualTo("five");
            assertThat(store.message(new MessageKey(room, 2))).isPresent();
            assertThat(store.head(room)).contains(new Head(room, 5, 1));
        }

        @Test
        void a_page_is_in_rising_order() {
            List<Message> all =
                    LongStream.rangeClosed(1, 12)
                            .mapToObj(seq -> text(seq, seq, "m" + seq))
                            .toList();
            store.write(all.reversed(), List.of(new Head(room, 12, 12)));

            Window window = Window.of(new PageRequest(null, null, null, 5), 1, 12);

            assertThat(store.page(room, window))
                    .extracting(Message::seq)
                    .containsExactly(8L, 9L, 10L, 11L, 12L);
        }

        @Test
        void after_drop_nothing_is_left() {
            store.write(List.of(text(1, 5, "five")), List.of(new Head(room, 5, 1)));

            store.drop();

            assertThat(store.message(new MessageKey(room, 1))).isEmpty();
            assertThat(store.head(room)).isEmpty();
        }

        private Message text(long seq, long version, String text) {
            return new Message(room, seq, version, author, text, AT, null, null, null);
        }
    }

    @Nested
    class InMemory extends TimelineStoreContract {
        @Override
        TimelineStore open() {
            return new InMemoryTimelineStore();
        }
    }

    @Nested
    class OnTheEmbeddedStore extends TimelineStoreContract {
        @Override
        TimelineStore open() {
            return new MongoTimelineStore(TestMongo.embedded(), 1);
        }
    }

    @Nested
    class OnMongo extends TimelineStoreContract {
        @Override
        TimelineStore open() {
            return new MongoTimelineStore(TestMongo.real(), 1);
        }
    }
}
