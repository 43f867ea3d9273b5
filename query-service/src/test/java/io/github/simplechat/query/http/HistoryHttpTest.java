package io.github.simplechat.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.room.MemberLeft;
import io.github.simplechat.api.room.MessageSent;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HistoryHttpTest extends TeaRoom {

    @Test
    void history_is_a_page_of_messages_with_the_rooms_version() {
        Answer answer = get(ben, path + "/messages?limit=3&minVersion=" + version);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"" + version + "\"");
        assertThat(seqs(answer.json())).containsExactly(5L, 6L, 7L);
        assertThat(answer.json().path("page").path("prev").asString()).isEqualTo("5");
        assertThat(answer.json().path("page").has("next")).isFalse();
        assertThat(answer.json().path("version").asLong()).isEqualTo(version);
        JsonNode tombstone = answer.json().path("items").path(1);
        assertThat(tombstone.has("text")).isFalse();
        assertThat(tombstone.path("deletedAt").asString()).isEqualTo("2026-11-22T06:00:00.121Z");
        assertThat(seqs(get(ben, path + "/messages?before=5&limit=2").json()))
                .containsExactly(3L, 4L);
        assertThat(seqs(get(ben, path + "/messages?after=5&limit=9").json()))
                .containsExactly(6L, 7L);
        assertThat(seqs(get(ben, path + "/messages?around=4&limit=3").json()))
                .containsExactly(3L, 4L, 5L);
    }

    @Test
    void what_has_not_changed_is_not_sent_again() {
        String tagged = "\"" + version + "\"";

        assertThat(
                        get(ben, path + "/messages?minVersion=" + version, "If-None-Match", tagged)
                                .status())
                .isEqualTo(304);
    }

    @Test
    void one_message_is_shown_with_its_text_of_now() {
        JsonNode edited = get(ben, path + "/messages/2?minVersion=" + version).json();
        assertThat(edited.path("text").asString()).isEqualTo("Better");
        assertThat(edited.path("editedAt").asString()).isEqualTo("2026-11-22T06:00:00.120Z");
        assertThat(edited.path("authorId").asString()).isEqualTo(anna.toString());
        assertThat(get(ben, path + "/messages/3").json().path("replyTo").asLong()).isEqualTo(1);
        assertThat(get(ben, path + "/messages/8").problem()).isEqualTo("404 message-not-found");
    }

    @Test
    void changes_are_the_events_of_the_room_in_order() {
        JsonNode page = get(ben, path + "/changes?after=2&limit=2").json();

        assertThat(page.path("page").path("next").asString()).isEqualTo("4");
        JsonNode first = page.path("items").path(0);
        assertThat(first.path("version").asLong()).isEqualTo(3);
        assertThat(first.path("type").asString()).isEqualTo("room.msg.new");
        assertThat(first.path("seq").asLong()).isEqualTo(1);
        assertThat(first.path("actorId").asString()).isEqualTo(anna.toString());
        assertThat(first.path("timestamp").asString()).isEqualTo("2026-11-22T06:00:00.120Z");
        assertThat(first.path("data").isEmpty()).as("what was deleted is not said").isTrue();
        JsonNode all = get(ben, path + "/changes").json();
        assertThat(all.path("items").size()).isEqualTo(version + 1);
        assertThat(all.path("items").path(2).path("data").toString())
                .isEqualTo("{\"userId\":\"" + ben + "\",\"role\":\"member\",\"seq\":0}");
        assertThat(all.path("page").has("next")).isFalse();
    }

    @Test
    void who_is_not_a_member_sees_nothing_and_who_leaves_sees_nothing_at_once() {
        for (String what : List.of("/members", "/messages", "/messages/1", "/changes")) {
            assertThat(get(carl, path + what).problem()).isEqualTo("403 not-a-member");
            assertThat(get(carl, "/v1/rooms/" + UUID.randomUUID() + what).problem())
                    .isEqualTo("404 room-not-found");
            assertThat(get(carl, "/v1/rooms/" + ben + what).problem())
                    .isEqualTo("404 room-not-found");
        }
        assertThat(get(carl, "/v1/rooms/" + UUID.randomUUID()).problem())
                .isEqualTo("404 room-not-found");

        happened(new MemberLeft(room, ben, AT, ben));

        assertThat(get(ben, path + "/messages").problem()).isEqualTo("403 not-a-member");
    }

    @Test
    void own_writes_are_read_when_asked_for() {
        for (int i = 0; i < 20; i++) {
            long written = happened(MessageSent.of(room, anna, AT, 8 + i, "New " + i));

            JsonNode page = get(ben, path + "/messages?limit=1&minVersion=" + written).json();

            assertThat(page.path("items").path(0).path("text").asString()).isEqualTo("New " + i);
            assertThat(get(ben, path + "?minVersion=" + written).json().path("version").asLong())
                    .isEqualTo(written);
        }
    }

    @Test
    void a_version_that_does_not_come_is_refused_after_a_while() {
        Answer answer = get(ben, path + "/messages?minVersion=" + (version + 1));

        assertThat(answer.problem()).isEqualTo("503 projection-behind");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }
}
