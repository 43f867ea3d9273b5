package io.github.simplechat.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.simplechat.api.room.MemberLeft;
import io.github.simplechat.api.room.MessageDeleted;
import io.github.simplechat.api.room.MessageEdited;
import io.github.simplechat.api.room.MessageSent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SearchHttpTest extends TeaRoom {

    private String search;

    @BeforeEach
    void more() {
        search = "/v1/search?limit=10&q=";
        happened(MessageSent.of(room, ben, AT.plusSeconds(60), 8, "서울에서 만나 text"));
        happened(MessageSent.of(secret, anna, AT, 1, "secret text"));
        await().until(() -> found(anna, "text").size() == 7);
    }

    private List<Long> found(UUID who, String q) {
        List<Long> seqs = new ArrayList<>();
        items(who, encoded(q)).forEach(item -> seqs.add(item.path("message").path("seq").asLong()));
        return seqs;
    }

    private JsonNode items(UUID who, String query) {
        return get(who, search + query).json().path("items");
    }

    private static String encoded(String q) {
        return URLEncoder.encode(q, StandardCharsets.UTF_8);
    }

    @Test
    void messages_are_found_with_their_shape_and_where_they_match() {
        JsonNode item = items(ben, encoded("서울")).path(0);

        assertThat(item.path("message").path("roomId").asString()).isEqualTo(room.toString());
        assertThat(item.path("message").path("authorId").asString()).isEqualTo(ben.toString());
        assertThat(item.path("message").path("text").asString()).isEqualTo("서울에서 만나 text");
        assertThat(item.path("matches").toString()).isEqualTo("[{\"start\":0,\"end\":2}]");
        assertThat(found(ben, "서울은")).containsExactly(8L);
    }

    @Test
    void filters_narrow_and_pages_follow_one_another() {
        assertThat(items(anna, "text&roomId=" + room).size()).isEqualTo(6);
        assertThat(items(anna, "text&roomId=" + room + "&authorId=" + ben).size()).isEqualTo(1);
        assertThat(items(anna, "text&before=2026-11-22T06:00:30Z").size()).isEqualTo(6);
        assertThat(items(anna, "text&after=2026-11-22T06:00:30Z").size()).isEqualTo(1);
        for (String order : List.of("newest", "best")) {
            List<String> seen = new ArrayList<>();
            String next = "";
            do {
                JsonNode page =
                        get(anna, "/v1/search?q=text&limit=2&order=" + order + "&cursor=" + next)
                                .json();
                page.path("items").forEach(item -> seen.add(item.path("message").toString()));
                next = page.path("page").path("next").asString("");
            } while (!next.isEmpty());
            assertThat(seen).doesNotHaveDuplicates().hasSize(7);
        }
    }

    @Test
    void only_what_the_caller_may_read_is_found_and_who_leaves_finds_nothing_at_once() {
        assertThat(found(ben, "secret")).isEmpty();
        assertThat(found(anna, "secret")).hasSize(1);
        assertThat(found(carl, "text")).isEmpty();
        assertThat(get(carl, search + "text&roomId=" + room).problem())
                .isEqualTo("403 not-a-member");
        assertThat(get(carl, search + "text&roomId=" + UUID.randomUUID()).problem())
                .isEqualTo("404 room-not-found");
        assertThat(found(ben, "text")).isNotEmpty();

        happened(new MemberLeft(room, ben, AT, ben));

        assertThat(found(ben, "text")).isEmpty();
    }

    @Test
    void edits_replace_and_deletions_remove() {
        happened(new MessageEdited(room, anna, AT, 1, "changed", List.of()));
        happened(new MessageDeleted(room, anna, AT, 3));

        await().untilAsserted(() -> assertThat(found(ben, "text")).containsExactly(8L, 7L, 5L, 4L));
        await().untilAsserted(() -> assertThat(found(ben, "changed")).containsExactly(1L));
    }

    @Test
    void bad_questions_are_refused() {
        for (String bad :
                List.of(
                        "",
                        "%20%22%22",
                        "x".repeat(201),
                        "a+".repeat(17),
                        "x&roomId=y",
                        "x&authorId=1",
                        "x&before=yesterday",
                        "x&order=worst",
                        "x&cursor=!",
                        "x&cursor=" + "bm9uZQ",
                        "x&limit=201")) {
            assertThat(get(ben, "/v1/search?q=" + bad).problem()).isEqualTo("400 invalid-request");
        }
        assertThat(get(ben, "/v1/search").problem()).isEqualTo("400 invalid-request");
    }
}
