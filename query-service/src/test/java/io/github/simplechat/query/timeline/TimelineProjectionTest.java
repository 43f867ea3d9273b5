package io.github.simplechat.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.query.Message;
import io.github.simplechat.api.query.MessageProjection;
import io.github.simplechat.api.query.Reaction;
import io.github.simplechat.api.room.Attachment;
import io.github.simplechat.api.room.MemberLeft;
import io.github.simplechat.api.room.MessageDeleted;
import io.github.simplechat.api.room.MessageEdited;
import io.github.simplechat.api.room.MessageEvent;
import io.github.simplechat.api.room.MessagePinned;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.api.room.MessageUnpinned;
import io.github.simplechat.api.room.ReactionAdded;
import io.github.simplechat.api.room.ReactionRemoved;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimelineProjectionTest {

    private static final Instant AT = Instant.parse("2026-11-22T06:00:00Z");
    private static final Instant LATER = AT.plusSeconds(9);
    private static final Attachment PHOTO =
            new Attachment("https://files.example/1", "tea.png", "image/png", 7);

    private final UUID room = UUID.randomUUID();
    private final UUID author = UUID.randomUUID();
    private final UUID anna = UUID.randomUUID();
    private final UUID ben = UUID.randomUUID();
    private final MessageSent sent =
            new MessageSent(room, author, AT, 3, "Hello", 2L, 1L, List.of(anna), List.of(PHOTO));
    private final Message message = after(sent);

    /** What these events make of a message, the first of them with version 8. */
    private static Message after(MessageEvent... events) {
        @Nullable Message message = null;
        long version = 8;
        for (MessageEvent event : events) {
            message = MessageProjection.evolve(message, version++, event);
        }
        return Objects.requireNonNull(message);
    }

    private Message tombstone(long version, Instant deletedAt) {
        return new Message(
                room, 3, version, author, null, AT, null, deletedAt, 2L, 1L, List.of(), List.of(),
                List.of(), false);
    }

    @Test
    void a_message_that_was_sent_is_shown_as_it_was_sent() {
        assertThat(message)
                .isEqualTo(
                        new Message(
                                room,
                                3,
                                8,
                                author,
                                "Hello",
                                AT,
                                null,
                                null,
                                2L,
                                1L,
                                List.of(anna),
                                List.of(),
                                List.of(PHOTO),
                                false));
    }

    @Test
    void editing_replaces_text_and_mentions_and_keeps_the_rest() {
        Message edited =
                after(
                        sent,
                        new MessagePinned(room, anna, AT, 3),
                        new MessageEdited(room, author, LATER, 3, "Hi", List.of(ben)));

        assertThat(edited)
                .isEqualTo(
                        new Message(
                                room,
                                3,
                                10,
                                author,
                                "Hi",
                                AT,
                                LATER,
                                null,
                                2L,
                                1L,
                                List.of(ben),
                                List.of(),
                                List.of(PHOTO),
                                true));
    }

    @Test
    void reactions_stand_in_the_order_of_their_first_use_each_person_once() {
        List<Reaction> reactions =
                after(
                                sent,
                                new ReactionAdded(room, anna, AT, 3, "🍵"),
                                new ReactionAdded(room, anna, AT, 3, "👍"),
                                new ReactionAdded(room, ben, AT, 3, "🍵"),
                                new ReactionAdded(room, anna, AT, 3, "🍵"))
                        .reactions();

        assertThat(reactions)
                .containsExactly(
                        new Reaction("🍵", List.of(anna, ben)), new Reaction("👍", List.of(anna)));
    }

    @Test
    void a_reaction_of_nobody_is_gone_and_begins_anew_at_the_end() {
        Message taken =
                after(
                        sent,
                        new ReactionAdded(room, anna, AT, 3, "🍵"),
                        new ReactionAdded(room, ben, AT, 3, "👍"),
                        new ReactionRemoved(room, ben, AT, 3, "🍵"),
                        new ReactionRemoved(room, anna, AT, 3, "🍵"));
        Message again =
                MessageProjection.evolve(taken, 13, new ReactionAdded(room, anna, AT, 3, "🍵"));

        assertThat(taken.reactions()).containsExactly(new Reaction("👍", List.of(ben)));
        assertThat(Objects.requireNonNull(again).reactions())
                .extracting(Reaction::emoji)
                .containsExactly("👍", "🍵");
        assertThat(again.version()).isEqualTo(13);
    }

    @Test
    void the_latest_pin_event_tells_whether_it_is_pinned() {
        Message pinned = after(sent, new MessagePinned(room, anna, AT, 3));

        assertThat(pinned.pinned()).isTrue();
        assertThat(after(sent, new MessageUnpinned(room, anna, AT, 3)).pinned()).isFalse();
    }

    @Test
    void deleting_leaves_a_tombstone_on_which_nothing_is_said() {
        Message deleted =
                after(
                        sent,
                        new MessageEdited(room, author, AT, 3, "Hi", List.of(ben)),
                        new ReactionAdded(room, anna, AT, 3, "🍵"),
                        new MessagePinned(room, anna, AT, 3),
                        new MessageDeleted(room, anna, LATER, 3));

        assertThat(deleted).isEqualTo(tombstone(12, LATER));
    }

    @Test
    void a_tombstone_stays_one() {
        Message deleted =
                after(
                        sent,
                        new MessageDeleted(room, anna, LATER, 3),
                        new MessageEdited(room, author, AT, 3, "Hi", List.of(ben)),
                        new ReactionAdded(room, anna, AT, 3, "🍵"),
                        new MessagePinned(room, anna, AT, 3));

        assertThat(deleted).isEqualTo(tombstone(12, LATER));
    }

    @Test
    void a_message_of_an_erased_author_looks_the_same_whether_it_was_seen_before_or_not() {
        List<MessageEvent> seen =
                List.of(
                        sent,
                        new MessageEdited(room, author, LATER, 3, "Hi", List.of()),
                        new ReactionAdded(room, anna, AT, 3, "🍵"),
                        new MessagePinned(room, anna, AT, 3));
        List<MessageEvent> unreadable =
                List.of(
                        new MessageSent(
                                room, author, AT, 3, null, 2L, 1L, List.of(anna), List.of(PHOTO)),
                        new MessageEdited(room, author, LATER, 3, null, List.of()),
                        seen.get(2),
                        seen.get(3));

        Message before = MessageProjection.erased(after(seen.toArray(MessageEvent[]::new)));

        assertThat(before).isEqualTo(tombstone(11, AT));
        assertThat(after(unreadable.toArray(MessageEvent[]::new))).isEqualTo(before);
    }

    @Test
    void a_deletion_in_the_moment_of_the_sending_is_no_erasure() {
        Message deleted = after(sent, new MessageDeleted(room, author, AT, 3));

        assertThat(deleted).isEqualTo(tombstone(9, AT.plusMillis(1)));
        assertThat(deleted.erased()).isFalse();
        assertThat(MessageProjection.erased(message).erased()).isTrue();
    }

    @Test
    void what_was_deleted_before_its_author_was_erased_keeps_its_time() {
        assertThat(MessageProjection.erased(after(sent, new MessageDeleted(room, anna, LATER, 3))))
                .isEqualTo(tombstone(9, LATER));
    }

    @Test
    void nothing_can_happen_to_what_was_never_sent() {
        for (MessageEvent event :
                List.of(
                        new MessageEdited(room, author, AT, 3, "Hi", List.of()),
                        new MessageDeleted(room, author, AT, 3),
                        new ReactionAdded(room, author, AT, 3, "🍵"),
                        new MessagePinned(room, author, AT, 3))) {
            assertThat(MessageProjection.evolve(null, 9, event)).isNull();
        }
    }

    @Test
    void the_head_follows_every_event_of_the_room_and_the_number_of_the_last_message() {
        Head head = TimelineProjection.evolve(null, 0, new MemberLeft(room, author, AT, author));
        assertThat(head).isEqualTo(new Head(room, 0, 0));

        head = TimelineProjection.evolve(head, 1, sent);
        head = TimelineProjection.evolve(head, 2, new MessageDeleted(room, author, AT, 3));

        assertThat(head).isEqualTo(new Head(room, 2, 3));
    }
}
