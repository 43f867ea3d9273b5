package io.github.simplechat.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.query.platform.web.Cursor;
import io.github.simplechat.query.testing.QueryService;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputHttpTest extends QueryService {

    private static final String ROOM = "/v1/rooms/018f0000-0000-7000-8000-000000000001";

    private final UUID anna = UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(
            strings = {
                ROOM + "/messages?before=1&after=2",
                ROOM + "/messages?before=1&around=2",
                ROOM + "/messages?before=0",
                ROOM + "/messages?after=-1",
                ROOM + "/messages?around=0",
                ROOM + "/messages?around=x",
                ROOM + "/messages?before=99999999999999999999",
                ROOM + "/messages?limit=0",
                ROOM + "/messages?limit=201",
                ROOM + "/messages?limit=many",
                ROOM + "/messages?minVersion=-1",
                ROOM + "/messages?minVersion=new",
                ROOM + "/messages/0",
                ROOM + "/messages/x",
                ROOM + "/messages/1?minVersion=-1",
                ROOM + "/members?after=***",
                ROOM + "/members?after=dGVh",
                ROOM + "/members?limit=0",
                ROOM + "/members?minVersion=-1",
                ROOM + "/messages/0/thread",
                ROOM + "/messages/1/thread?before=2&after=1",
                ROOM + "/messages/1/thread?limit=0",
                ROOM + "/messages/0/edits",
                ROOM + "/messages/1/edits?limit=201",
                ROOM + "/pins?before=2&after=1",
                ROOM + "/pins?minVersion=-1",
                ROOM + "/bans?after=***",
                "/v1/me/invitations?after=***",
                ROOM + "/changes?after=-2",
                ROOM + "/changes?after=x",
                ROOM + "/changes?limit=201",
                ROOM + "/changes?minVersion=-1",
                ROOM + "?minVersion=-1",
                ROOM + "?minVersion=x",
                "/v1/rooms/not-an-id",
                "/v1/rooms/not-an-id/messages",
                "/v1/rooms/not-an-id/messages/1",
                "/v1/rooms/not-an-id/members",
                "/v1/rooms/not-an-id/changes",
                "/v1/rooms?limit=0",
                "/v1/rooms?after=***",
                "/v1/users/not-an-id",
                "/v1/users?limit=201",
                "/v1/users?after=***",
                "/v1/me/rooms?limit=0",
                "/v1/me/rooms?after=***",
                "/v1/me/notices?before=1&after=2",
                "/v1/me/notices?before=x",
                "/v1/me/notices?limit=0",
                "/v1/announcements?after=-2",
                "/v1/announcements?before=1&after=2",
                "/v1/announcements?limit=201"
            })
    void what_makes_no_sense_is_an_invalid_request(String path) {
        Answer answer = get(anna, path);

        assertThat(answer.problem()).isEqualTo("400 invalid-request");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.text()).doesNotContain("java", "springframework", "Exception");
    }

    @Test
    void a_query_may_not_be_endless() {
        assertThat(get(anna, "/v1/users?query=" + "a".repeat(101)).problem())
                .isEqualTo("400 invalid-request");
        assertThat(get(anna, "/v1/rooms?query=" + "a".repeat(101)).problem())
                .isEqualTo("400 invalid-request");
    }

    @Test
    void a_query_is_text_and_not_a_pattern() {
        assertThat(get(anna, "/v1/users?query=.*").json().path("items").size()).isZero();
        assertThat(get(anna, "/v1/rooms?query=%5EQ%00$gt").json().path("items").size()).isZero();
        assertThat(get(anna, "/v1/rooms?after=" + Cursor.of("\u0000zzz")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ROOM,
                ROOM + "/messages",
                ROOM + "/changes",
                "/v1/me",
                "/v1/me/rooms",
                "/v1/users",
                "/v1/announcements",
                "/v1/admin/projections"
            })
    void without_a_token_nothing_is_told(String path) {
        assertThat(send("", "GET", path).problem()).isEqualTo("401 unauthenticated");
        assertThat(send("nonsense", "GET", path).problem()).isEqualTo("401 unauthenticated");
    }
}
