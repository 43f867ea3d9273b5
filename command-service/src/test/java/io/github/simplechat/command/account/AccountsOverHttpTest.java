package io.github.simplechat.command.account;

import static io.github.simplechat.command.TestService.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.api.person.PersonRegistered;
import io.github.simplechat.command.TestService;
import io.github.simplechat.command.TestService.Answer;
import io.github.simplechat.command.TestService.User;
import io.github.simplechat.platform.eventstore.FeedReader;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class AccountsOverHttpTest {

    private static final String ROOM = "{\"name\":\"방\",\"visibility\":\"public\"}";

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
    void given_a_refresh_token_when_used_twice_at_once_then_one_answer_and_the_session_ends()
            throws InterruptedException {
        String token = register(name, "password").text("refreshToken");

        List<Answer> answers;
        Callable<Answer> exchange = () -> refresh(token);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers =
                    threads.invokeAll(Collections.nCopies(8, exchange)).stream()
                            .map(Future::resultNow)
                            .toList();
        }

        List<Answer> good = answers.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(good).hasSize(1);
        assertThat(answers).allMatch(answer -> answer.status() == 200 || answer.status() == 401);
        assertThat(refresh(good.getFirst().text("refreshToken")).status()).isEqualTo(401);
    }

    @Test
    void given_two_sessions_when_one_logs_out_then_the_other_goes_on() {
        String first = register(name, "password").text("refreshToken");
        String second = login(name, "password").text("refreshToken");

        assertThat(logout(first).status()).isEqualTo(204);
        assertThat(logout(first).status()).isEqualTo(204);
        assertThat(logout("rubbish").status()).isEqualTo(204);

        assertThat(refresh(first).status()).isEqualTo(401);
        assertThat(refresh(second).status()).isEqualTo(200);
    }

    @Test
    void given_two_sessions_when_logging_out_everywhere_then_no_token_is_good_and_login_works() {
        Answer first = register(name, "password");
        Answer second = login(name, "password");
        User me = new User(UUID.fromString(first.text("userId")), first.text("accessToken"));
        User also = new User(me.id(), second.text("accessToken"));

        assertThat(me.post("/v1/auth/logout-everywhere", "").status()).isEqualTo(204);

        assertThat(refresh(first.text("refreshToken")).status()).isEqualTo(401);
        assertThat(refresh(second.text("refreshToken")).status()).isEqualTo(401);
        assertThat(me.post("/v1/rooms", ROOM).code()).isEqualTo("unauthenticated");
        assertThat(also.post("/v1/rooms", ROOM).code()).isEqualTo("unauthenticated");
        User again = new User(me.id(), login(name, "password").text("accessToken"));
        assertThat(again.post("/v1/rooms", ROOM).status()).isEqualTo(201);
    }

    @Test
    void given_roles_taken_away_when_an_old_token_comes_then_it_is_good_no_more() {
        Answer registered = register(name, "password");
        User person =
                new User(
                        UUID.fromString(registered.text("userId")), registered.text("accessToken"));
        String roles = "/v1/admin/users/" + person.id() + "/roles";
        TestService.admin().put(roles, "{\"roles\":[\"admin\"]}");
        User admin = new User(person.id(), login(name, "password").text("accessToken"));
        assertThat(admin.put(roles, "{\"roles\":[\"admin\"]}").status()).isEqualTo(200);

        TestService.admin().put(roles, "{\"roles\":[]}");

        assertThat(admin.put(roles, "{\"roles\":[\"admin\"]}").code()).isEqualTo("unauthenticated");
        User plain =
                new User(
                        person.id(),
                        refresh(login(name, "password").text("refreshToken")).text("accessToken"));
        assertThat(plain.put(roles, "{\"roles\":[\"admin\"]}").code()).isEqualTo("forbidden");
    }

    @Test
    void given_an_outdated_hash_when_logging_in_then_it_is_made_anew() {
        UUID userId = UUID.fromString(register(name, "password").text("userId"));
        AccountRepository accounts = TestService.bean(AccountRepository.class);
        String today = hashOf(accounts, userId);
        accounts.replaceHash(userId, today, new Passwords(1_024, 1).hash("password"));

        assertThat(login(name, "password").status()).isEqualTo(200);

        assertThat(hashOf(accounts, userId)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(login(name, "password").status()).isEqualTo(200);
    }

    @Test
    void given_too_many_attempts_when_logging_in_then_told_how_long_to_wait() {
        Answer answer = login(name, "password");
        for (int i = 0; i < 100 && answer.status() == 401; i++) {
            answer = login(name, "password");
        }

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.code()).isEqualTo("rate-limited");
        assertThat(answer.response().headers().firstValue("Retry-After")).hasValue("1");
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

    private static Answer logout(String token) {
        return call(null, "POST", "/v1/auth/logout", "{\"refreshToken\":\"%s\"}".formatted(token));
    }

    private static String hashOf(AccountRepository accounts, UUID userId) {
        return String.valueOf(accounts.findById(userId).orElseThrow().passwordHash());
    }

    private static Answer refresh(String token) {
        return call(null, "POST", "/v1/auth/refresh", "{\"refreshToken\":\"%s\"}".formatted(token));
    }
}
