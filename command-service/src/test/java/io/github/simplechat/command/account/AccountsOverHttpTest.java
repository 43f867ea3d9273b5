package io.github.simplechat.command.account;

import static io.github.simplechat.command.TestService.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.person.PersonRegistered;
import io.github.simplechat.command.TestService;
import io.github.simplechat.command.TestService.Answer;
import io.github.simplechat.command.TestService.User;
import io.github.simplechat.platform.eventstore.FeedReader;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountsOverHttpTest {

    private final String name = "n" + UUID.randomUUID().toString().substring(0, 10);

    @Test
    void given_a_new_name_when_registering_then_tokens_and_a_feed() {
        Answer answer = register(name, "password");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.number("expiresIn")).isEqualTo(900);
        UUID userId = UUID.fromString(answer.text("userId"));
        assertThat(TestService.bean(FeedReader.class).read(userId, -1, 10))
                .singleElement()
                .satisfies(e -> assertThat(e.event()).isInstanceOf(PersonRegistered.class));
    }

    @Test
    void given_a_taken_name_when_registering_in_other_case_then_refused() {
        register(name, "password");

        assertThat(register(name.toUpperCase(java.util.Locale.ROOT), "password").code())
                .isEqualTo("username-taken");
    }

    @Test
    void given_a_wrong_password_or_name_when_logging_in_then_the_same_refusal() {
        register(name, "password");

        Answer wrongPassword = login(name, "passw0rd");
        Answer wrongName = login("nobody", "password");

        assertThat(wrongPassword.status()).isEqualTo(401);
        assertThat(wrongPassword.code()).isEqualTo("unauthenticated");
        assertThat(wrongName.text("detail")).isEqualTo(wrongPassword.text("detail"));
        assertThat(login(name, "password").status()).isEqualTo(200);
    }

    @Test
    void given_a_refresh_token_when_used_twice_then_the_whole_family_ends() {
        String first = register(name, "password").text("refreshToken");
        String second = refresh(first).text("refreshToken");
        assertThat(second).isNotEmpty().isNotEqualTo(first);

        assertThat(refresh(first).status()).isEqualTo(401);
        assertThat(refresh(second).status()).isEqualTo(401);
        assertThat(login(name, "password").status()).isEqualTo(200);
    }

    @Test
    void given_the_public_keys_when_read_then_they_hold_no_private_part() {
        Answer keys = call(null, "GET", "/.well-known/jwks.json", "");

        assertThat(keys.status()).isEqualTo(200);
        assertThat(keys.json().path("keys").path(0).path("kty").asString()).isEqualTo("EC");
        assertThat(keys.json().path("keys").path(0).path("kid").asString()).isNotEmpty();
        assertThat(keys.json().path("keys").path(0).has("d")).isFalse();
    }

    @Test
    void given_roles_when_granted_by_an_administrator_then_the_next_token_has_them() {
        Answer registered = register(name, "password");
        User admin = TestService.admin();
        String notices = "/v1/people/" + admin.id() + "/notices";
        String notice = "{\"type\":\"payment\",\"text\":\"결제\",\"data\":{\"amount\":1000}}";
        User before = new User(admin.id(), registered.text("accessToken"));
        assertThat(before.post(notices, notice).code()).isEqualTo("forbidden");

        String roles = "/v1/admin/users/" + registered.text("userId") + "/roles";
        assertThat(before.put(roles, "{\"roles\":[\"admin\"]}").code()).isEqualTo("forbidden");
        assertThat(admin.put(roles, "{\"roles\":[\"service\"]}").status()).isEqualTo(200);
        assertThat(admin.put(roles, "{\"roles\":[\"king\"]}").code()).isEqualTo("invalid-request");

        User after = new User(admin.id(), login(name, "password").text("accessToken"));
        assertThat(after.post(notices, notice).status()).isEqualTo(201);
        assertThat(after.post(notices, notice.replace("payment", "read")).code())
                .isEqualTo("invalid-request");
    }

    @Test
    void given_an_administrator_when_announcing_then_the_feed_for_everyone_moves() {
        String body = "{\"type\":\"service-check\",\"text\":\"점검 안내\"}";

        assertThat(TestService.user().post("/v1/announcements", body).code())
                .isEqualTo("forbidden");
        Answer first = TestService.admin().post("/v1/announcements", body);
        Answer second = TestService.admin().post("/v1/announcements", body);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.number("version")).isEqualTo(first.number("version") + 1);
    }

    private static Answer register(String name, String password) {
        return call(
                null,
                "POST",
                "/v1/auth/register",
                "{\"username\":\"%s\",\"password\":\"%s\",\"displayName\":\"이름\"}"
                        .formatted(name, password));
    }

    private static Answer login(String name, String password) {
        return call(
                null,
                "POST",
                "/v1/auth/login",
                "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, password));
    }

    private static Answer refresh(String token) {
        return call(null, "POST", "/v1/auth/refresh", "{\"refreshToken\":\"%s\"}".formatted(token));
    }
}
