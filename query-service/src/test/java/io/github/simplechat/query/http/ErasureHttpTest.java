package io.github.simplechat.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.simplechat.api.person.PersonErased;
import io.github.simplechat.api.person.PersonMentioned;
import io.github.simplechat.api.room.MemberLeft;
import io.github.simplechat.api.room.MessagePinned;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.platform.personal.PersonalKeys;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Nothing that an erased person wrote is shown, and all that others wrote is. */
class ErasureHttpTest extends TeaRoom {

    @Autowired private PersonalKeys keys;

    private void erase() {
        happened(new PersonErased(anna, anna, AT));
        keys.erase(anna);
        version = happened(new MemberLeft(room, anna, AT, anna));
        await().until(() -> !get(ben, path + "/messages/7").json().has("text"));
        await().until(() -> get(ben, "/v1/users/" + anna).status() == 404);
    }

    private String history() {
        return path + "/messages?minVersion=" + version;
    }

    @Test
    void what_they_wrote_is_a_tombstone_wherever_it_is_shown() {
        happened(MessageSent.of(room, ben, AT, 8, "Mine, @anna" + tag));
        version = happened(new MessagePinned(room, ben, AT, 7));
        assertThat(get(ben, history()).text()).contains("Text 7", "Better");
        assertThat(seqs(get(ben, path + "/pins").json())).containsExactly(7L);

        erase();

        JsonNode page = get(ben, history()).json();
        assertThat(page.path("items").findValuesAsString("text"))
                .containsExactly("Mine, @anna" + tag);
        assertThat(page.path("items").path(0).path("deletedAt"))
                .isEqualTo(page.path("items").path(0).path("sentAt"));
        assertThat(seqs(page)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        assertThat(page.path("items").path(0).path("authorId").asString())
                .isEqualTo(anna.toString());
        assertThat(get(ben, path + "/pins").json().path("items").isEmpty()).isTrue();
        assertThat(get(ben, path + "/messages/2/edits").json().path("items").isEmpty()).isTrue();
        assertThat(get(ben, path + "/messages/1/thread").text()).doesNotContain("Text");
        assertThat(get(ben, "/v1/me/rooms").text()).contains("Mine");
        assertThat(get(ben, path + "/changes").text()).doesNotContain("Text", "Better");
    }

    @Test
    void what_is_unread_stays_what_it_was() {
        happened(new PersonMentioned(ben, anna, AT, room, 5));
        await().until(() -> unread(ben).path("mentions").asLong() == 1);
        JsonNode before = unread(ben);
        JsonNode thread = get(ben, path + "/messages/1/thread").json();

        erase();

        assertThat(unread(ben)).isEqualTo(before);
        assertThat(get(ben, path + "/messages/1/thread").json().path("unread"))
                .isEqualTo(thread.path("unread"));
    }

    @Test
    void who_asks_with_a_tag_from_before_gets_the_answer_anew() {
        version = happened(new MemberLeft(room, anna, AT, anna));
        happened(new MessagePinned(room, ben, AT, 7));
        Map<String, String> tags = new LinkedHashMap<>();
        for (String what :
                List.of(
                        "/messages",
                        "/messages/7",
                        "/messages/1/thread",
                        "/messages/2/edits",
                        "/pins")) {
            get(ben, path + what + "?minVersion=" + (version + 1));
            tags.put(path + what, get(ben, path + what).header("ETag"));
        }

        happened(new PersonErased(anna, anna, AT));
        keys.erase(anna);
        await().until(() -> !get(ben, path + "/messages/7").json().has("text"));

        tags.forEach((where, tag) -> {
            Answer now = get(ben, where, "If-None-Match", tag);
            assertThat(now.status()).as(where).isEqualTo(200);
            assertThat(get(ben, where, "If-None-Match", now.header("ETag")).status())
                    .as(where)
                    .isEqualTo(304);
        });
    }

    @Test
    void they_are_found_no_more() {
        String search = "/v1/search?roomId=" + room + "&q=";
        await().until(() -> get(ben, search + "Better").json().path("items").size() == 1);

        erase();

        assertThat(get(ben, search + "Better").json().path("items").isEmpty()).isTrue();
        assertThat(get(ben, "/v1/users?query=anna" + tag).json().path("items").isEmpty()).isTrue();
        assertThat(get(ben, path + "/members").text()).doesNotContain("Anna");
    }
}
