package io.github.simplechat.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.room.Attachment;
import io.github.simplechat.api.room.MessageDeleted;
import io.github.simplechat.api.room.MessageEdited;
import io.github.simplechat.api.room.MessagePinned;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.api.room.MessageUnpinned;
import io.github.simplechat.api.room.ReactionAdded;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MessageViewsHttpTest extends TeaRoom {

    private long reply(long seq, long root) {
        return happened(
                new MessageSent(
                        room,
                        anna,
                        AT,
                        seq,
                        "Reply " + seq,
                        root,
                        root,
                        List.of(ben),
                        List.of(new Attachment("https://a.b/c", "c", "image/png", 9))));
    }

    @Test
    void a_message_shows_all_that_belongs_to_it() {
        reply(8, 1);
        happened(new ReactionAdded(room, ben, AT, 8, "🍵"));
        long now = happened(new MessagePinned(room, anna, AT, 8));

        JsonNode message = get(ben, path + "/messages/8?minVersion=" + now).json();

        assertThat(message.path("threadOf").asLong()).isEqualTo(1);
        assertThat(message.path("mentions").toString()).isEqualTo("[\"" + ben + "\"]");
        assertThat(message.path("reactions").toString())
                .isEqualTo("[{\"emoji\":\"🍵\",\"userIds\":[\"" + ben + "\"]}]");
        assertThat(message.path("attachments").path(0).path("mediaType").asString())
                .isEqualTo("image/png");
        assertThat(message.path("pinned").asBoolean()).isTrue();
        assertThat(get(ben, path + "/messages/1").json().path("reactions").isArray()).isTrue();
    }

    @Test
    void a_thread_is_its_root_and_a_page_of_replies_with_what_is_unread() {
        reply(8, 1);
        reply(9, 1);
        reply(10, 2);
        long now = happened(new MessageDeleted(room, anna, AT, 8));
        String thread = path + "/messages/1/thread?minVersion=" + now;

        JsonNode whole = get(ben, thread).json();
        Answer first = get(ben, thread + "&after=0&limit=2");

        assertThat(whole.path("root").path("text").asString()).isEqualTo("Text 1");
        assertThat(seqs(whole)).containsExactly(3L, 8L, 9L);
        assertThat(whole.path("unread").asLong()).as("read up to 3; 8 is deleted").isEqualTo(1);
        assertThat(seqs(first.json())).containsExactly(3L, 8L);
        assertThat(first.json().path("page").path("next").asString()).isEqualTo("8");
        assertThat(first.header("Link"))
                .isEqualTo(
                        "<%s/messages/1/thread?minVersion=%d&limit=2&after=8>; rel=\"next\""
                                .formatted(path, now));
        assertThat(get(ben, thread, "If-None-Match", first.header("ETag")).status()).isEqualTo(304);
        assertThat(get(ben, path + "/messages/9/thread").json().path("root").path("seq").asLong())
                .isEqualTo(1);
        assertThat(get(ben, path + "/messages/99/thread").problem())
                .isEqualTo("404 message-not-found");
    }

    @Test
    void pins_are_paged_in_both_directions() {
        for (long seq : new long[] {1, 2, 4, 5}) {
            happened(new MessagePinned(room, anna, AT, seq));
        }
        long now = happened(new MessageUnpinned(room, anna, AT, 2));
        String pins = path + "/pins?minVersion=" + now;

        Answer newest = get(ben, pins + "&limit=2");

        assertThat(seqs(newest.json())).containsExactly(4L, 5L);
        assertThat(newest.json().path("page").path("prev").asString()).isEqualTo("4");
        assertThat(newest.header("Link")).contains("before=4").contains("rel=\"prev\"");
        assertThat(seqs(get(ben, pins + "&before=4").json())).containsExactly(1L);
        assertThat(seqs(get(ben, pins + "&after=1").json())).containsExactly(4L, 5L);
    }

    @Test
    void all_versions_of_a_text_are_shown_but_none_of_what_was_deleted() {
        long now = happened(new MessageEdited(room, anna, AT, 2, "Best", List.of()));
        String edits = path + "/messages/2/edits";

        JsonNode all = get(ben, edits + "?minVersion=" + now).json();
        JsonNode first = get(ben, edits + "?limit=1").json();

        assertThat(all.path("items").findValuesAsString("text"))
                .containsExactly("Text 2", "Better", "Best");
        assertThat(first.path("items").size()).isEqualTo(1);
        assertThat(
                        get(ben, edits + "?after=" + first.path("page").path("next").asString())
                                .json()
                                .path("items")
                                .findValuesAsString("text"))
                .containsExactly("Better", "Best");
        assertThat(get(ben, path + "/messages/6/edits").json().path("items").isEmpty()).isTrue();
        assertThat(get(ben, path + "/messages/99/edits").problem())
                .isEqualTo("404 message-not-found");
    }

    @Test
    void who_is_not_a_member_sees_none_of_it() {
        for (String what : List.of("/pins", "/bans", "/messages/1/thread", "/messages/1/edits")) {
            assertThat(get(carl, path + what).problem()).isEqualTo("403 not-a-member");
            assertThat(get(carl, "/v1/rooms/" + ben + what).problem())
                    .isEqualTo("404 room-not-found");
        }
    }
}
