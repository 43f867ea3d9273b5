package io.github.simplechat.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.person.MessagesRead;
import io.github.simplechat.api.person.NoticeReceived;
import io.github.simplechat.api.person.PersonRegistered;
import io.github.simplechat.api.room.MemberJoined;
import io.github.simplechat.api.room.MemberLeft;
import io.github.simplechat.api.room.MessageDeleted;
import io.github.simplechat.api.room.MessageEdited;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.api.room.Role;
import io.github.simplechat.api.room.RoomCreated;
import io.github.simplechat.api.room.Visibility;
import io.github.simplechat.query.testing.QueryService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class QueriesHttpTest extends QueryService {

    private static final Instant AT = Instant.parse("2026-11-22T06:00:00.120Z");

    private final UUID anna = UUID.randomUUID();
    private final UUID ben = UUID.randomUUID();
    private final UUID carl = UUID.randomUUID();
    private final UUID room = UUID.randomUUID();
    private final UUID secret = UUID.randomUUID();
    private final String tag = anna.toString().substring(0, 8);
    private final String path = "/v1/rooms/" + room;
    private long version;

    /** Anna's room with Ben and seven messages: the 2nd edited, the 6th deleted; Ben read 3. */
    @BeforeEach
    void somethingHasHappened() {
        happened(new PersonRegistered(anna, anna, AT, "anna" + tag, "Anna A. " + tag));
        happened(new PersonRegistered(ben, ben, AT, "ben" + tag, "Ben"));
        happened(new RoomCreated(room, anna, AT, "Tea " + tag, Visibility.PUBLIC, null));
        happened(new MemberJoined(room, anna, AT, anna, Role.OWNER, 0));
        happened(new MemberJoined(room, anna, AT, ben, Role.MEMBER, 0));
        for (long seq = 1; seq <= 7; seq++) {
            happened(new MessageSent(room, anna, AT, seq, "Text " + seq, seq == 3 ? 1L : null));
        }
        happened(new MessageEdited(room, anna, AT, 2, "Better"));
        version = happened(new MessageDeleted(room, anna, AT, 6));
        happened(new RoomCreated(secret, anna, AT, "Tea too " + tag, Visibility.PRIVATE, null));
        happened(new MemberJoined(secret, anna, AT, anna, Role.OWNER, 0));
        happened(new MessagesRead(ben, ben, AT, room, 3));
        happened(new NoticeReceived(ben, carl, AT, "payment", "Paid", Map.of("a.b", 1)));
        long last = happened(new NoticeReceived(ben, carl, AT, "payment", "Paid again", null));
        org.awaitility.Awaitility.await()
                .until(() ->
                        get(ben, "/v1/me/notices").json().path("version").asLong() == last
                                && unread(ben).path("total").asLong() > 0);
    }

    private JsonNode unread(UUID userId) {
        return get(userId, "/v1/me/unread").json();
    }

    private static List<Long> seqs(JsonNode page) {
        List<Long> seqs = new ArrayList<>();
        page.path("items").forEach(item -> seqs.add(item.path("seq").asLong()));
        return seqs;
    }

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
        assertThat(tombstone.path("deletedAt").asString()).isEqualTo("2026-11-22T06:00:00.120Z");
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
        assertThat(first.path("data").toString()).isEqualTo("{\"text\":\"Text 1\"}");
        JsonNode all = get(ben, path + "/changes").json();
        assertThat(all.path("items").size()).isEqualTo(version + 1);
        assertThat(all.path("items").path(2).path("data").toString())
                .isEqualTo("{\"userId\":\"" + ben + "\",\"role\":\"member\",\"seq\":0}");
        assertThat(all.path("page").has("next")).isFalse();
    }

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
                .isEqualTo("{\"rooms\":[{\"roomId\":\"" + room + "\",\"unread\":3}],\"total\":3}");
        assertThat(unread(anna).toString()).isEqualTo("{\"rooms\":[],\"total\":0}");
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

        assertThat(answer.header("ETag")).isEqualTo("\"" + version + "\"");
        List<String> names = new ArrayList<>();
        answer.json()
                .path("items")
                .forEach(member ->
                        names.add(
                                member.path("displayName").asString()
                                        + member.path("role").asString()));
        assertThat(names).containsExactlyInAnyOrder("Anna A. " + tag + "owner", "Benmember");
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
            long written = happened(new MessageSent(room, anna, AT, 8 + i, "New " + i, null));

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
