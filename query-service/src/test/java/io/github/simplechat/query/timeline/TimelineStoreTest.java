package io.github.simplechat.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.query.Message;
import io.github.simplechat.api.query.MessageProjection;
import io.github.simplechat.api.query.Reaction;
import io.github.simplechat.api.room.Attachment;
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
import org.jspecify.annotations.Nullable;
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
            Message full =
                    new Message(
                            room,
                            1,
                            4,
                            author,
                            "Hi",
                            AT,
                            AT,
                            AT,
                            7L,
                            3L,
                            List.of(author, room),
                            List.of(new Reaction("$.🍵", List.of(author, room))),
                            List.of(new Attachment("https://a.b/$c", "a.b", "image/png", 1L << 40)),
                            true);
            Message bare = message(2, 5, null, null, false);

            store.write(List.of(full, bare), List.of(new Head(room, 5, 2)));

            assertThat(store.message(MessageKey.of(full))).contains(full);
            assertThat(store.message(MessageKey.of(bare))).contains(bare);
            assertThat(store.head(room)).contains(new Head(room, 5, 2));
        }

        @Test
        void what_is_added_is_there_and_what_was_there_stays_if_it_is_as_new() {
            store.write(List.of(text(1, 5, "five"), text(2, 5, "five")), List.of());

            store.add(List.of(text(1, 4, "four"), text(2, 6, "six"), text(3, 7, "seven")));

            assertThat(store.page(room, new Window(1, 3, 1, 3)))
                    .extracting(Message::text)
                    .containsExactly("five", "six", "seven");
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
        void a_thread_is_read_in_both_directions() {
            Selection thread = new Selection.Replies(new MessageKey(room, 1));
            store.write(
                    List.of(
                            text(1, 1, "root"),
                            reply(2, 1),
                            text(3, 3, "between"),
                            reply(4, 1),
                            reply(5, 4),
                            reply(10, 1),
                            reply(11, 1)),
                    List.of());

            assertThat(seqs(store.after(thread, 0, 9))).containsExactly(2L, 4L, 10L, 11L);
            assertThat(seqs(store.after(thread, 2, 2))).containsExactly(4L, 10L);
            assertThat(seqs(store.before(thread, Long.MAX_VALUE, 3))).containsExactly(4L, 10L, 11L);
            assertThat(seqs(store.before(thread, 10, 9))).containsExactly(2L, 4L);
            assertThat(store.after(new Selection.Replies(new MessageKey(author, 1)), 0, 9))
                    .isEmpty();
        }

        @Test
        void replies_are_counted_without_deleted_ones() {
            Selection thread = new Selection.Replies(new MessageKey(room, 1));
            store.write(List.of(reply(2, 1), reply(3, 1), reply(4, 1), reply(5, 1)), List.of());
            store.write(
                    List.of(
                            new Message(
                                    room,
                                    4,
                                    9,
                                    author,
                                    null,
                                    AT,
                                    null,
                                    AT.plusMillis(1),
                                    1L,
                                    1L,
                                    List.of(),
                                    List.of(),
                                    List.of(),
                                    false)),
                    List.of());

            assertThat(store.countAfter(thread, 0)).isEqualTo(3);
            assertThat(store.countAfter(thread, 2)).isEqualTo(2);
            assertThat(store.countAfter(thread, 5)).isZero();
        }

        @Test
        void what_an_erased_author_wrote_is_emptied_at_the_version_it_has() {
            UUID other = UUID.randomUUID();
            Message theirs = by(other, 2, "Theirs", null);
            Message deleted = by(author, 3, null, AT.plusMillis(5));
            store.write(List.of(message(1, 5, "Mine", 1L, true), theirs, deleted), List.of());

            store.erase(Set.of(author));
            store.erase(Set.of(author));

            Message emptied = store.message(new MessageKey(room, 1)).orElseThrow();
            assertThat(emptied)
                    .isEqualTo(MessageProjection.erased(message(1, 5, "Mine", 1L, true)));
            assertThat(emptied.text()).isNull();
            assertThat(emptied.erased()).isTrue();
            assertThat(store.message(MessageKey.of(theirs))).contains(theirs);
            assertThat(store.message(MessageKey.of(deleted))).contains(deleted);
            assertThat(store.after(new Selection.Pins(room), 0, 9)).isEmpty();
            Selection thread = new Selection.Replies(new MessageKey(room, 1));
            assertThat(seqs(store.after(thread, 0, 9))).containsExactly(1L);
            assertThat(store.countAfter(thread, 0)).isEqualTo(1);
            assertThat(store.erased(Set.of(author, other))).containsExactly(author);
        }

        @Test
        void more_than_one_look_finds_is_emptied_too() {
            store.write(
                    LongStream.rangeClosed(1, 2_500)
                            .mapToObj(seq -> text(seq, seq, "m" + seq))
                            .toList(),
                    List.of());

            store.erase(Set.of(author));

            assertThat(
                            store.page(
                                    room,
                                    Window.of(new PageRequest(null, null, null, 2_500), 1, 2_500)))
                    .hasSize(2_500)
                    .allMatch(Message::erased);
        }

        private Message by(UUID who, long seq, @Nullable String text, @Nullable Instant deletedAt) {
            return new Message(
                    room, seq, 6, who, text, AT, null, deletedAt, null, null, List.of(), List.of(),
                    List.of(), false);
        }

        @Test
        void pins_are_those_that_are_pinned_now() {
            Selection pins = new Selection.Pins(room);
            store.write(
                    List.of(
                            message(1, 5, "a", null, true),
                            message(2, 6, "b", null, true),
                            message(3, 7, "c", 1L, true),
                            message(4, 8, "d", null, false)),
                    List.of());
            store.write(List.of(message(2, 9, "b", null, false)), List.of());

            assertThat(seqs(store.after(pins, 0, 9))).containsExactly(1L, 3L);
            assertThat(seqs(store.before(pins, 3, 9))).containsExactly(1L);
            assertThat(store.after(new Selection.Pins(author), 0, 9)).isEmpty();
        }

        @Test
        void after_drop_nothing_is_left() {
            store.write(List.of(text(1, 5, "five")), List.of(new Head(room, 5, 1)));

            store.drop();

            assertThat(store.message(new MessageKey(room, 1))).isEmpty();
            assertThat(store.head(room)).isEmpty();
        }

        private Message text(long seq, long version, String text) {
            return message(seq, version, text, null, false);
        }

        private Message reply(long seq, long root) {
            return message(seq, seq, "Reply " + seq, root, false);
        }

        private Message message(
                long seq,
                long version,
                @Nullable String text,
                @Nullable Long threadOf,
                boolean pinned) {
            return new Message(
                    room, seq, version, author, text, AT, null, null, threadOf, threadOf, List.of(),
                    List.of(), List.of(), pinned);
        }

        private static List<Long> seqs(List<Message> messages) {
            return messages.stream().map(Message::seq).toList();
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
