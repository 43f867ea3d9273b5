package io.github.simplechat.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.simplechat.api.person.PersonErased;
import io.github.simplechat.api.person.PersonInvited;
import io.github.simplechat.api.person.PersonMentioned;
import io.github.simplechat.api.room.DirectRoomCreated;
import io.github.simplechat.api.room.MemberBanned;
import io.github.simplechat.api.room.MemberJoined;
import io.github.simplechat.api.room.MemberRoleChanged;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.api.room.Role;
import io.github.simplechat.api.room.RoomArchived;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class FollowingHttpTest extends TeaRoom {

    @Test
    void one_call_catches_up_on_every_feed_that_the_caller_may_read() {
        UUID nowhere = UUID.randomUUID();
        String body =
                "{\"rooms\":{\"%s\":%d,\"%s\":-1,\"%s\":0},\"person\":0,\"all\":-1}"
                        .formatted(room, version - 2, secret, nowhere);

        JsonNode sync = post(ben, "/v1/sync", body).json();

        JsonNode tea = sync.path("rooms").path(room.toString());
        assertThat(tea.path("items").findValuesAsString("type"))
                .containsExactly("room.msg.edited", "room.msg.deleted");
        assertThat(tea.path("version").asLong()).isEqualTo(version);
        assertThat(tea.path("more").asBoolean()).isFalse();
        assertThat(sync.path("rooms").path(secret.toString()).path("code").asString())
                .isEqualTo("not-a-member");
        assertThat(sync.path("rooms").path(nowhere.toString()).path("code").asString())
                .isEqualTo("room-not-found");
        JsonNode person = sync.path("person");
        assertThat(person.path("items").path(2).path("type").asString())
                .isEqualTo("person.payment");
        assertThat(person.path("items").path(2).path("data").path("text").asString())
                .isEqualTo("Paid again");
        assertThat(person.path("items").size()).isEqualTo(3);
        assertThat(person.path("items").path(0).path("data").path("roomId").asString())
                .isEqualTo(room.toString());
        assertThat(sync.has("all")).isTrue();
    }

    @Test
    void catching_up_is_bounded_and_says_where_to_go_on() {
        for (long seq = 8; seq < 8 + 210; seq++) {
            happened(MessageSent.of(room, anna, AT, seq, "More"));
        }
        JsonNode first = caughtUp(-1);
        JsonNode second = caughtUp(first.path("version").asLong());

        assertThat(first.path("items").size()).isEqualTo(200);
        assertThat(first.path("more").asBoolean()).isTrue();
        assertThat(second.path("items").path(0).path("version").asLong()).isEqualTo(200);
        assertThat(second.path("more").asBoolean()).isFalse();
        assertThat(caughtUp(9_999).path("version").asLong())
                .isEqualTo(second.path("version").asLong());
    }

    private JsonNode caughtUp(long after) {
        return post(ben, "/v1/sync", "{\"rooms\":{\"%s\":%d}}".formatted(room, after))
                .json()
                .path("rooms")
                .path(room.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"rooms\":{\"x\":1}}",
                "{\"rooms\":{\"018f0000-0000-7000-8000-000000000001\":-2}}",
                "{\"rooms\":{\"018f0000-0000-7000-8000-000000000001\":null}}",
                "{\"rooms\":[]}",
                "{\"person\":-2}",
                "{\"all\":\"new\"}",
                "[]",
                "nonsense"
            })
    void a_senseless_call_to_catch_up_is_refused(String body) {
        assertThat(post(ben, "/v1/sync", body).problem()).isEqualTo("400 invalid-request");
    }

    @Test
    void a_direct_room_is_called_by_the_other_one_until_they_are_erased() {
        UUID direct = UUID.randomUUID();
        happened(new DirectRoomCreated(direct, ben, AT, anna));
        happened(new MemberJoined(direct, ben, AT, ben, Role.MEMBER, 0));
        happened(new MemberJoined(direct, ben, AT, anna, Role.MEMBER, 0));
        long now = happened(new RoomArchived(direct, ben, AT));
        String path = "/v1/rooms/" + direct + "?minVersion=" + now;

        String tagBefore = get(ben, path).header("ETag");
        JsonNode seenByBen = get(ben, path).json();

        assertThat(seenByBen.path("name").asString()).isEqualTo("Anna A. " + tag);
        assertThat(seenByBen.path("direct").asString()).isEqualTo(anna.toString());
        assertThat(seenByBen.path("archived").asBoolean()).isTrue();
        assertThat(get(anna, path).json().path("name").asString()).isEqualTo("Ben");
        assertThat(get(carl, path).problem()).isEqualTo("403 not-a-member");
        assertThat(get(ben, "/v1/me/rooms").json().path("items").findValuesAsString("name"))
                .containsExactlyInAnyOrder("Tea " + tag, "Anna A. " + tag);

        happened(new PersonErased(anna, anna, AT));

        await().until(() -> get(ben, "/v1/users/" + anna).status() == 404);
        assertThat(get(ben, path).json().has("name")).isFalse();
        assertThat(get(ben, path, "If-None-Match", tagBefore).status()).isEqualTo(200);
    }

    @Test
    void mentions_are_counted_apart() {
        happened(new PersonMentioned(ben, anna, AT, room, 2));
        happened(new PersonMentioned(ben, anna, AT, room, 5));
        happened(new PersonMentioned(ben, anna, AT, room, 6));

        await().until(() -> unread(ben).path("mentions").asLong() == 1);

        JsonNode mine = get(ben, "/v1/me/rooms").json().path("items").path(0);
        assertThat(mine.path("mentions").asLong()).as("2 is read, 6 is deleted").isEqualTo(1);
        assertThat(mine.path("unread").asLong()).isEqualTo(3);
    }

    @Test
    void open_invitations_name_their_room() {
        happened(new PersonInvited(carl, anna, AT, secret));

        await().until(() -> get(carl, "/v1/me/invitations").json().path("items").size() == 1);

        JsonNode invitation = get(carl, "/v1/me/invitations").json().path("items").path(0);
        assertThat(invitation.path("roomId").asString()).isEqualTo(secret.toString());
        assertThat(invitation.path("roomName").asString()).isEqualTo("Tea too " + tag);
        assertThat(invitation.path("invitedBy").asString()).isEqualTo(anna.toString());
    }

    @Test
    void bans_are_shown_to_those_who_moderate_as_they_are_now() {
        happened(new MemberBanned(room, anna, AT, carl, null));
        happened(new MemberRoleChanged(room, anna, AT, ben, Role.MODERATOR));

        JsonNode bans = get(ben, path + "/bans").json().path("items");

        assertThat(bans.findValuesAsString("userId")).containsExactly(carl.toString());
        assertThat(bans.path(0).path("bannedBy").asString()).isEqualTo(anna.toString());

        happened(new MemberRoleChanged(room, anna, AT, ben, Role.MEMBER));

        assertThat(get(ben, path + "/bans").problem()).isEqualTo("403 forbidden");
    }

    @Test
    void a_list_that_has_not_changed_is_not_sent_again() {
        for (String list :
                new String[] {
                    "/v1/me",
                    "/v1/me/rooms",
                    "/v1/me/unread",
                    "/v1/me/notices",
                    "/v1/me/invitations",
                    path + "/members",
                    "/v1/users?query=ben" + tag,
                    "/v1/rooms?query=tea%20" + tag
                }) {
            Answer first = get(ben, list);

            assertThat(first.header("ETag")).as(list).isNotEmpty();
            assertThat(get(ben, list, "If-None-Match", first.header("ETag")).status())
                    .as(list)
                    .isEqualTo(304);
        }
    }
}
