package io.github.simplechat.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.query.Message;
import io.github.simplechat.api.room.MemberLeft;
import io.github.simplechat.api.room.MessageDeleted;
import io.github.simplechat.api.room.MessageEdited;
import io.github.simplechat.api.room.MessageSent;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimelineProjectionTest {

    private static final Instant AT = Instant.parse("2026-11-22T06:00:00Z");
    private final UUID room = UUID.randomUUID();
    private final UUID author = UUID.randomUUID();
    private final MessageSent sent =
            new MessageSent(room, author, AT, 3, "Hello", 1L, 1L, List.of(), List.of());
    private final Message message =
            Objects.requireNonNull(TimelineProjection.evolve((Message) null, 8, sent));

    @Test
    void a_message_that_was_sent_is_shown_as_it_was_sent() {
        assertThat(message).isEqualTo(new Message(room, 3, 8, author, "Hello", AT, null, null, 1L));
    }

    @Test
    void editing_replaces_the_text_and_keeps_the_rest() {
        Instant later = AT.plusSeconds(9);

        Message edited =
                TimelineProjection.evolve(
                        message, 9, new MessageEdited(room, author, later, 3, "Hi", List.of()));

        assertThat(edited).isEqualTo(new Message(room, 3, 9, author, "Hi", AT, later, null, 1L));
    }

    @Test
    void deleting_leaves_a_tombstone_without_text() {
        Instant later = AT.plusSeconds(9);

        Message tombstone =
                TimelineProjection.evolve(
                        message, 9, new MessageDeleted(room, UUID.randomUUID(), later, 3));

        assertThat(tombstone).isEqualTo(new Message(room, 3, 9, author, null, AT, null, later, 1L));
    }

    @Test
    void what_was_never_sent_cannot_be_edited_or_deleted() {
        assertThat(
                        TimelineProjection.evolve(
                                (Message) null,
                                9,
                                new MessageEdited(room, author, AT, 3, "Hi", List.of())))
                .isNull();
        assertThat(
                        TimelineProjection.evolve(
                                (Message) null, 9, new MessageDeleted(room, author, AT, 3)))
                .isNull();
    }

    @Test
    void the_head_follows_every_event_of_the_room_and_the_number_of_the_last_message() {
        Head head =
                TimelineProjection.evolve((Head) null, 0, new MemberLeft(room, author, AT, author));
        assertThat(head).isEqualTo(new Head(room, 0, 0));

        head = TimelineProjection.evolve(head, 1, sent);
        head = TimelineProjection.evolve(head, 2, new MessageDeleted(room, author, AT, 3));

        assertThat(head).isEqualTo(new Head(room, 2, 3));
    }
}
