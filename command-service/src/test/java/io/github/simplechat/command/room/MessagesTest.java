package io.github.simplechat.command.room;

import static io.github.simplechat.command.room.RoomStory.AT;
import static io.github.simplechat.command.room.RoomStory.LATER;
import static io.github.simplechat.command.room.RoomStory.MEMBER;
import static io.github.simplechat.command.room.RoomStory.MODERATOR;
import static io.github.simplechat.command.room.RoomStory.OWNER;
import static io.github.simplechat.command.room.RoomStory.ROOM;
import static io.github.simplechat.command.room.RoomStory.STRANGER;
import static io.github.simplechat.command.room.RoomStory.room;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.api.room.Attachment;
import io.github.simplechat.api.room.DeleteMessage;
import io.github.simplechat.api.room.EditMessage;
import io.github.simplechat.api.room.MessageDeleted;
import io.github.simplechat.api.room.MessageEdited;
import io.github.simplechat.api.room.MessagePinned;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.api.room.MessageUnpinned;
import io.github.simplechat.api.room.RoomChanged;
import io.github.simplechat.api.room.SendMessage;
import io.github.simplechat.api.room.Visibility;
import io.github.simplechat.command.room.RoomState.Present;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sending and editing messages. */
class MessagesTest {

    private static SendMessage reply(long seq) {
        return new SendMessage(ROOM, OWNER, AT, "네", seq, List.of(), List.of());
    }

    private static MessageSent answered(long seq, long replyTo, long threadOf) {
        return new MessageSent(ROOM, OWNER, AT, seq, "네", replyTo, threadOf, List.of(), List.of());
    }

    @Test
    void given_an_answer_to_an_answer_when_sending_then_the_thread_has_one_root() {
        RoomStory room = room();

        room.leadsTo(reply(1), answered(2, 1, 1));
        room.leadsTo(reply(2), answered(3, 2, 1));
        room.leadsTo(reply(3), answered(4, 3, 1));
        room.refuses(reply(5), Reason.MESSAGE_NOT_FOUND);
        room.refuses(reply(0), Reason.MESSAGE_NOT_FOUND);
    }

    @Test
    void given_mentions_when_sending_then_members_other_than_the_author_each_once() {
        room().leadsTo(
                        new SendMessage(
                                ROOM,
                                MEMBER,
                                AT,
                                "@모두",
                                null,
                                List.of(OWNER, STRANGER, MEMBER, OWNER, MODERATOR),
                                List.of()),
                        new MessageSent(
                                ROOM,
                                MEMBER,
                                AT,
                                2,
                                "@모두",
                                null,
                                null,
                                List.of(OWNER, MODERATOR),
                                List.of()));
    }

    @Test
    void given_attachments_when_sending_then_they_go_with_it() {
        Attachment file = new Attachment("https://files.example/1", "그림.png", "image/png", 9);
        room().leadsTo(
                        new SendMessage(ROOM, MEMBER, AT, "그림", null, List.of(), List.of(file)),
                        new MessageSent(
                                ROOM, MEMBER, AT, 2, "그림", null, null, List.of(), List.of(file)));
    }

    @Test
    void given_slow_mode_when_a_member_sends_again_then_refused_until_the_pause_is_over() {
        RoomStory slow =
                room().and(new RoomChanged(ROOM, OWNER, AT, "방", Visibility.PUBLIC, null, 60));
        slow.leadsTo(
                SendMessage.of(ROOM, MEMBER, AT, "하나"), MessageSent.of(ROOM, MEMBER, AT, 2, "하나"));

        slow.refuses(
                SendMessage.of(ROOM, MEMBER, AT.plusSeconds(20), "둘"),
                Reason.SLOW_MODE,
                Duration.ofSeconds(40));
        slow.leadsTo(
                SendMessage.of(ROOM, MEMBER, LATER, "둘"),
                MessageSent.of(ROOM, MEMBER, LATER, 3, "둘"));
    }

    @Test
    void given_slow_mode_when_a_moderator_sends_then_no_pause() {
        RoomStory slow =
                room().and(new RoomChanged(ROOM, OWNER, AT, "방", Visibility.PUBLIC, null, 60));

        slow.leadsTo(
                SendMessage.of(ROOM, MODERATOR, AT, "하나"),
                MessageSent.of(ROOM, MODERATOR, AT, 2, "하나"));
        slow.leadsTo(
                SendMessage.of(ROOM, MODERATOR, AT, "둘"),
                MessageSent.of(ROOM, MODERATOR, AT, 3, "둘"));
    }

    @Test
    void given_slow_mode_when_it_is_off_or_pauses_are_over_then_nothing_is_remembered() {
        RoomStory room = room();
        assertThat(((Present) room.state()).lastSent()).isEmpty();

        room.and(new RoomChanged(ROOM, OWNER, AT, "방", Visibility.PUBLIC, null, 60))
                .and(MessageSent.of(ROOM, MEMBER, AT, 2, "하나"))
                .and(MessageSent.of(ROOM, OWNER, LATER, 3, "둘"));
        assertThat(((Present) room.state()).lastSent()).containsOnlyKeys(OWNER);

        room.and(new RoomChanged(ROOM, OWNER, LATER, "방", Visibility.PUBLIC, null, 0));
        assertThat(((Present) room.state()).lastSent()).isEmpty();
    }

    @Test
    void given_slow_mode_off_when_a_message_is_sent_then_nothing_that_grows_is_copied() {
        RoomStory room = room();
        Present before = (Present) room.state();

        Present after = (Present) room.and(MessageSent.of(ROOM, MEMBER, AT, 2, "둘")).state();

        assertThat(after.members()).isSameAs(before.members());
        assertThat(after.sanctions()).isSameAs(before.sanctions());
        assertThat(after.pins()).isSameAs(before.pins());
        assertThat(after.lastSent()).isSameAs(before.lastSent());
    }

    @Test
    void given_a_message_when_edited_to_what_it_says_then_nothing_happens() {
        RoomStory room = room();

        room.changesNothing(new EditMessage(ROOM, MEMBER, AT, 1, "안녕", List.of(STRANGER)));
        room.leadsOnceTo(
                new EditMessage(ROOM, MEMBER, AT, 1, "안녕 @주인", List.of(OWNER)),
                new MessageEdited(ROOM, MEMBER, AT, 1, "안녕 @주인", List.of(OWNER)));
    }

    @Test
    void given_a_pinned_message_when_deleted_then_unpinned_too() {
        room().and(new MessagePinned(ROOM, OWNER, AT, 1))
                .leadsOnceTo(
                        new DeleteMessage(ROOM, MEMBER, AT, 1),
                        new MessageUnpinned(ROOM, MEMBER, AT, 1),
                        new MessageDeleted(ROOM, MEMBER, AT, 1));
    }
}
