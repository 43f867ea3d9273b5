package io.github.simplechat.command.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.command.TestService;
import io.github.simplechat.command.TestService.Answer;
import io.github.simplechat.command.TestService.User;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MembershipOverHttpTest {

    private final User owner = TestService.user();
    private final User other = TestService.user();

    @Test
    void given_a_public_room_when_joining_twice_then_one_version_is_used() {
        String membership = "/v1/rooms/" + owner.createRoom("public") + "/members/me";

        Answer first = other.put(membership, "");
        Answer again = other.put(membership, "");

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.number("version")).isEqualTo(first.number("version"));
    }

    @Test
    void given_a_private_room_when_invited_then_accepting_lets_in_once() {
        UUID room = owner.createRoom("private");
        String invitations = "/v1/rooms/" + room + "/invitations";
        assertThat(other.put("/v1/rooms/" + room + "/members/me", "").code())
                .isEqualTo("forbidden");
        assertThat(other.post(invitations + "/accept", "{}").code())
                .isEqualTo("invitation-not-found");

        Answer invited = owner.post(invitations, "{\"userId\":\"" + other.id() + "\"}");

        assertThat(invited.status()).isEqualTo(201);
        assertThat(other.post(invitations + "/accept", "{}").status()).isEqualTo(200);
        assertThat(other.say(room, "들어왔어요").status()).isEqualTo(201);
        assertThat(other.post(invitations + "/accept", "{}").code())
                .isEqualTo("invitation-not-found");
    }

    @Test
    void given_keys_when_invitations_are_answered_again_then_the_first_answers_are_given() {
        UUID room = owner.createRoom("private");
        String invitations = "/v1/rooms/" + room + "/invitations";
        String invited = "{\"userId\":\"" + other.id() + "\"}";

        Answer invitation = owner.post(invitations, invited, "Idempotency-Key", "i-" + room);
        Answer accepted = other.post(invitations + "/accept", "", "Idempotency-Key", "a-" + room);

        assertThat(accepted.status()).isEqualTo(200);
        assertThat(owner.post(invitations, invited).code()).isEqualTo("already-a-member");
        Answer again = owner.post(invitations, invited, "Idempotency-Key", "i-" + room);
        assertThat(again.json()).isEqualTo(invitation.json());
        Answer twice = other.post(invitations + "/accept", "", "Idempotency-Key", "a-" + room);
        assertThat(twice.json()).isEqualTo(accepted.json());
        assertThat(twice.response().headers().firstValue("Idempotent-Replayed")).hasValue("true");
    }

    @Test
    void given_an_invitation_when_declined_then_the_room_stays_closed() {
        UUID room = owner.createRoom("private");
        String invitations = "/v1/rooms/" + room + "/invitations";
        owner.post(invitations, "{\"userId\":\"" + other.id() + "\"}");

        assertThat(other.post(invitations + "/decline", "{}").status()).isEqualTo(200);
        assertThat(other.put("/v1/rooms/" + room + "/members/me", "").code())
                .isEqualTo("forbidden");
    }

    @Test
    void given_a_removed_member_when_sending_then_not_a_member() {
        UUID room = owner.createRoom("public");
        owner.put("/v1/rooms/" + room + "/members/" + other.id(), "");
        assertThat(other.say(room, "안녕").status()).isEqualTo(201);

        owner.delete("/v1/rooms/" + room + "/members/" + other.id());

        assertThat(other.say(room, "아직?").code()).isEqualTo("not-a-member");
    }

    @Test
    void given_messages_when_moving_the_read_marker_then_only_forward_and_only_to_what_exists() {
        UUID room = owner.createRoom("public");
        owner.say(room, "하나");
        owner.say(room, "둘");
        String read = "/v1/rooms/" + room + "/read";

        Answer two = owner.put(read, "{\"seq\":2}");
        Answer back = owner.put(read, "{\"seq\":1}");

        assertThat(two.status()).isEqualTo(200);
        assertThat(back.number("version")).isEqualTo(two.number("version"));
        assertThat(owner.put(read, "{\"seq\":3}").code()).isEqualTo("message-not-found");
        assertThat(other.put(read, "{\"seq\":1}").code()).isEqualTo("not-a-member");
    }

    @Test
    void given_nobody_with_an_id_when_adding_or_inviting_them_then_person_not_found() {
        UUID room = owner.createRoom("public");
        UUID nobody = UUID.randomUUID();

        assertThat(owner.put("/v1/rooms/" + room + "/members/" + nobody, "").code())
                .isEqualTo("person-not-found");
        assertThat(
                        owner.post(
                                        "/v1/rooms/" + room + "/invitations",
                                        "{\"userId\":\"" + nobody + "\"}")
                                .code())
                .isEqualTo("person-not-found");
    }
}
