package io.github.simplechat.command.room;

import static io.github.simplechat.command.room.RoomStory.AT;
import static io.github.simplechat.command.room.RoomStory.MEMBER;
import static io.github.simplechat.command.room.RoomStory.MODERATOR;
import static io.github.simplechat.command.room.RoomStory.OWNER;
import static io.github.simplechat.command.room.RoomStory.ROOM;
import static io.github.simplechat.command.room.RoomStory.STRANGER;
import static io.github.simplechat.command.room.RoomStory.room;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.Limits;
import io.github.simplechat.api.Rejection.Reason;
import io.github.simplechat.api.room.AddReaction;
import io.github.simplechat.api.room.MessageDeleted;
import io.github.simplechat.api.room.MessagePinned;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.api.room.MessageUnpinned;
import io.github.simplechat.api.room.PinMessage;
import io.github.simplechat.api.room.ReactionAdded;
import io.github.simplechat.api.room.ReactionRemoved;
import io.github.simplechat.api.room.RemoveReaction;
import io.github.simplechat.api.room.UnpinMessage;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reactions and pins. */
class MarksTest {

    @Test
    void given_a_message_when_reacting_then_each_person_each_emoji_once() {
        RoomStory room = room();

        room.leadsOnceTo(
                new AddReaction(ROOM, OWNER, AT, 1, "👍"),
                new ReactionAdded(ROOM, OWNER, AT, 1, "👍"));
        room.leadsOnceTo(
                new AddReaction(ROOM, OWNER, AT, 1, "🎉"),
                new ReactionAdded(ROOM, OWNER, AT, 1, "🎉"));
        room.leadsOnceTo(
                new AddReaction(ROOM, MEMBER, AT, 1, "👍"),
                new ReactionAdded(ROOM, MEMBER, AT, 1, "👍"));
        room.leadsOnceTo(
                new RemoveReaction(ROOM, OWNER, AT, 1, "👍"),
                new ReactionRemoved(ROOM, OWNER, AT, 1, "👍"));
        room.leadsOnceTo(
                new AddReaction(ROOM, OWNER, AT, 1, "👍"),
                new ReactionAdded(ROOM, OWNER, AT, 1, "👍"));
    }

    @Test
    void given_no_such_message_or_a_tombstone_when_marking_it_then_refused() {
        RoomStory gone = room().and(new MessageDeleted(ROOM, MEMBER, AT, 1));

        gone.refuses(new AddReaction(ROOM, OWNER, AT, 1, "👍"), Reason.MESSAGE_DELETED);
        gone.refuses(new PinMessage(ROOM, OWNER, AT, 1), Reason.MESSAGE_DELETED);
        gone.refuses(new AddReaction(ROOM, OWNER, AT, 2, "👍"), Reason.MESSAGE_NOT_FOUND);
        gone.refuses(new RemoveReaction(ROOM, OWNER, AT, 2, "👍"), Reason.MESSAGE_NOT_FOUND);
        gone.refuses(new PinMessage(ROOM, OWNER, AT, 2), Reason.MESSAGE_NOT_FOUND);
        gone.refuses(new UnpinMessage(ROOM, OWNER, AT, 2), Reason.MESSAGE_NOT_FOUND);
        gone.refuses(new AddReaction(ROOM, STRANGER, AT, 1, "👍"), Reason.NOT_A_MEMBER);
    }

    @Test
    void given_a_moderator_when_pinning_then_pinned_once_and_unpinned_once() {
        RoomStory room = room();

        room.refuses(new PinMessage(ROOM, MEMBER, AT, 1), Reason.FORBIDDEN);
        room.leadsOnceTo(
                new PinMessage(ROOM, MODERATOR, AT, 1), new MessagePinned(ROOM, MODERATOR, AT, 1));
        room.leadsOnceTo(
                new UnpinMessage(ROOM, OWNER, AT, 1), new MessageUnpinned(ROOM, OWNER, AT, 1));
    }

    @Test
    void given_a_room_full_of_pins_when_pinning_then_refused() {
        RoomStory room = room();
        LongStream.rangeClosed(2, Limits.PINS + 1L)
                .forEach(seq ->
                        room.and(MessageSent.of(ROOM, MEMBER, AT, seq, "말"))
                                .and(new MessagePinned(ROOM, OWNER, AT, seq)));

        room.refuses(new PinMessage(ROOM, OWNER, AT, 1), Reason.TOO_MANY_PINS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "👍",
                "👍🏽",
                "🇰🇷",
                "1️⃣",
                "#️⃣",
                "👨‍👩‍👧‍👦",
                "❤️",
                "🏳️‍🌈",
                "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
                "☝🏻",
                "🕵️‍♂️"
            })
    void given_one_emoji_when_kept_then_it_stays_as_it_is(String emoji) {
        assertThat(Emoji.of(emoji)).hasValue(emoji);
    }

    @Test
    void given_the_same_emoji_in_two_spellings_when_kept_then_it_is_one() {
        assertThat(Emoji.of("\u2764")).isEqualTo(Emoji.of("\u2764\uFE0F"));
        assertThat(Emoji.of("👍\uFE0F")).hasValue("👍");
        assertThat(Emoji.of("1\u20E3")).isEqualTo(Emoji.of("1\uFE0F\u20E3"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "1",
                "가",
                "👍👍",
                "👍a",
                "🇰",
                ":+1:",
                "\u200D",
                "\uFE0F",
                "👍\u200D"
            })
    void given_anything_else_when_kept_then_it_is_none(String text) {
        assertThat(Emoji.of(text)).isEmpty();
    }
}
