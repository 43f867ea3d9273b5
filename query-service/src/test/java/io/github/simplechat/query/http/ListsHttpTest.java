package io.github.simplechat.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ListsHttpTest extends TeaRoom {

    @Test
    void the_list_of_my_rooms_tells_what_is_unread() {
        JsonNode mine = get(ben, "/v1/me/rooms").json().path("items");

        assertThat(mine.size()).isEqualTo(1);
        assertThat(mine.path(0).path("name").asString()).isEqualTo("Tea " + tag);
        assertThat(mine.path(0).path("role").asString()).isEqualTo("member");
        assertThat(mine.path(0).path("visibility").asString()).isEqualTo("public");
        assertThat(mine.path(0).path("readSeq").asLong()).isEqualTo(3);
        assertThat(mine.path(0).path("unread").asLong()).isEqualTo(3);
        assertThat(mine.path(0).path("lastMessage").path("text").asString()).isEqualTo("Text 7");
        assertThat(unread(ben).toString())
                .isEqualTo(
                        "{\"rooms\":[{\"roomId\":\""
                                + room
                                + "\",\"unread\":3,\"mentions\":0}],\"total\":3,\"mentions\":0}");
        assertThat(unread(anna).toString()).isEqualTo("{\"rooms\":[],\"total\":0,\"mentions\":0}");
    }

    @Test
    void lists_go_on_where_a_page_ended() {
        JsonNode first = get(anna, "/v1/me/rooms?limit=1").json();
        String next = first.path("page").path("next").asString();
        JsonNode second = get(anna, "/v1/me/rooms?limit=1&after=" + next).json();

        assertThat(
                        List.of(
                                first.path("items").path(0).path("roomId").asString(),
                                second.path("items").path(0).path("roomId").asString()))
                .containsExactlyInAnyOrder(room.toString(), secret.toString());
        assertThat(second.path("page").has("next")).isFalse();
    }

    @Test
    void people_are_found_and_shown() {
        assertThat(get(anna, "/v1/me").json().path("username").asString()).isEqualTo("anna" + tag);
        assertThat(get(ben, "/v1/users/" + anna).json().path("displayName").asString())
                .isEqualTo("Anna A. " + tag);
        assertThat(get(ben, "/v1/users?query=BEN" + tag).json().path("items").size()).isEqualTo(1);
        assertThat(get(ben, "/v1/users?query=anna%20a.%20" + tag).json().path("items").size())
                .isEqualTo(1);
        assertThat(get(carl, "/v1/me").problem()).isEqualTo("404 person-not-found");
        assertThat(get(ben, "/v1/users/" + room).problem()).isEqualTo("404 person-not-found");
    }

    @Test
    void notices_are_the_callers_own() {
        JsonNode page = get(ben, "/v1/me/notices?limit=1").json();

        assertThat(page.path("items").path(0).path("text").asString()).isEqualTo("Paid again");
        String prev = page.path("page").path("prev").asString();
        JsonNode before = get(ben, "/v1/me/notices?before=" + prev).json();
        assertThat(before.path("items").path(0).path("data").toString()).isEqualTo("{\"a.b\":1}");
        assertThat(before.path("page").path("next").asString()).isNotEmpty();
        assertThat(get(anna, "/v1/me/notices").json().path("items").size()).isZero();
    }

    @Test
    void public_rooms_are_described_to_all_and_found_private_ones_are_not() {
        JsonNode found = get(carl, "/v1/rooms?query=tea%20" + tag).json().path("items");
        assertThat(found.size()).isEqualTo(1);
        assertThat(found.path(0).path("memberCount").asInt()).isEqualTo(2);
        assertThat(get(carl, path).json().path("name").asString()).isEqualTo("Tea " + tag);
        assertThat(get(carl, "/v1/rooms/" + secret).problem()).isEqualTo("403 not-a-member");
        assertThat(get(anna, "/v1/rooms/" + secret).status()).isEqualTo(200);
        assertThat(get(carl, "/v1/rooms?query=tea%20too%20" + tag).json().path("items").size())
                .isZero();
    }

    @Test
    void members_are_shown_with_their_names() {
        Answer answer = get(ben, path + "/members?minVersion=" + version);

        assertThat(answer.json().path("version").asLong()).isEqualTo(version);
        List<String> names = new ArrayList<>();
        answer.json()
                .path("items")
                .forEach(member ->
                        names.add(
                                member.path("displayName").asString()
                                        + member.path("role").asString()));
        assertThat(names).containsExactlyInAnyOrder("Anna A. " + tag + "owner", "Benmember");
    }
}
