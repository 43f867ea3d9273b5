package io.github.simplechat.command.platform;

import static io.github.simplechat.command.TestService.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.command.TestService;
import io.github.simplechat.command.TestService.Answer;
import io.github.simplechat.command.TestService.User;
import io.github.simplechat.command.account.TestTokens;
import io.jsonwebtoken.Jwts;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input gets a clear error by contract, and the service goes on. */
@SuppressWarnings("JavaUtilDate") // the token library speaks it
class BadInputTest {

    private final User user = TestService.user();
    private final UUID room = user.createRoom("public");
    private final String messages = "/v1/rooms/" + room + "/messages";

    @AfterEach
    void the_service_goes_on() {
        assertThat(user.say(room, "아직 있어요").status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\":",
                "not json",
                "[]",
                "\"text\"",
                "",
                "{\"text\":5}",
                "{\"text\":true}",
                "{\"text\":[\"a\"]}",
                "{\"text\":\"\"}",
                "{\"text\":\"   \"}",
                "{\"text\":null}",
                "{}",
                "{\"text\":\"a\",\"replyTo\":\"one\"}",
                "{\"text\":\"a\",\"mentions\":[null]}",
                "{\"text\":\"a\",\"mentions\":[\"kim\"]}",
                "{\"text\":\"a\",\"mentions\":\"kim\"}",
                "{\"text\":\"a\",\"attachments\":[null]}",
                "{\"text\":\"a\",\"attachments\":[{\"url\":\"https://x.example/a\"}]}",
                "{\"text\":\"a\",\"attachments\":[{\"url\":\"file:///etc/passwd\",\"name\":\"a\",\"mediaType\":\"image/png\",\"size\":1}]}",
                "{\"text\":\"a\",\"attachments\":[{\"url\":\"https://\",\"name\":\"a\",\"mediaType\":\"image/png\",\"size\":1}]}",
                "{\"text\":\"a\",\"attachments\":[{\"url\":\"https://x y\",\"name\":\"a\",\"mediaType\":\"image/png\",\"size\":1}]}",
                "{\"text\":\"a\",\"attachments\":[{\"url\":\"https://x.example\",\"name\":\" \",\"mediaType\":\"image/png\",\"size\":1}]}",
                "{\"text\":\"a\",\"attachments\":[{\"url\":\"https://x.example\",\"name\":\"a\",\"mediaType\":\"png\",\"size\":1}]}",
                "{\"text\":\"a\",\"attachments\":[{\"url\":\"https://x.example\",\"name\":\"a\",\"mediaType\":\"image/png\",\"size\":-1}]}",
                "{\"text\":\"\\ud83d\"}"
            })
    void given_a_body_that_is_not_a_message_when_sending_then_invalid_request(String body) {
        isProblem(user.post(messages, body), 400, "invalid-request");
    }

    @Test
    void given_a_wrong_type_when_sending_then_the_fault_is_pointed_at() {
        Answer answer = user.post(messages, "{\"text\":5}");

        assertThat(answer.json().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/text");
    }

    @Test
    void given_a_text_that_is_too_long_when_sending_then_message_too_long() {
        isProblem(user.say(room, "가".repeat(10_001)), 413, "message-too-long");
    }

    @Test
    void given_a_huge_body_when_sending_then_body_too_large() {
        isProblem(user.say(room, "a".repeat(2_000_000)), 413, "body-too-large");
    }

    @ParameterizedTest
    @CsvSource({
        "POST,/v1/rooms/00000000-0000-7000-8000-000000000000/messages,404,room-not-found",
        "POST,/v1/rooms/not-an-id/messages,400,invalid-request",
        "POST,/v1/nothing,404,not-found",
        "PATCH,/v1/rooms,405,method-not-allowed"
    })
    void given_a_path_that_leads_nowhere_when_called_then_a_clear_error(
            String verb, String path, int status, String code) {
        isProblem(call(user.token(), verb, path, "{\"text\":\"안녕\"}"), status, code);
    }

    @Test
    void given_no_member_when_sending_then_not_a_member() {
        isProblem(TestService.user().say(room, "저기요"), 403, "not-a-member");
    }

    @Test
    void given_another_content_type_when_sending_then_told_so() {
        Answer answer =
                call(user.token(), "POST", messages, "text=a", "Content-Type", "text/plain");

        assertThat(answer.status()).isIn(400, 415);
        assertThat(answer.code()).isNotEmpty();
    }

    @Test
    void given_an_unusable_idempotency_key_when_sending_then_invalid_request() {
        isProblem(user.say(room, "안녕", "Idempotency-Key", "k".repeat(129)), 400, "invalid-request");
        isProblem(user.say(room, "안녕", "Idempotency-Key", "a b"), 400, "invalid-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"username\":\"ab\",\"password\":\"password\",\"displayName\":\"x\"}",
                "{\"username\":\"김철수\",\"password\":\"password\",\"displayName\":\"x\"}",
                "{\"username\":\"valid\",\"password\":\"short\",\"displayName\":\"x\"}",
                "{\"username\":\"valid\",\"password\":\"password\",\"displayName\":\" \"}",
                "{\"username\":\"valid\",\"password\":\"password\"}"
            })
    void given_an_unusable_registration_when_registering_then_the_fault_is_named(String body) {
        Answer answer = call(null, "POST", "/v1/auth/register", body);

        isProblem(answer, 400, "invalid-request");
        assertThat(answer.json().path("errors").isEmpty()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PATCH|/v1/rooms/{room}|{\"name\":\" \"}",
                "PATCH|/v1/rooms/{room}|{\"slowModeSeconds\":-1}",
                "PATCH|/v1/rooms/{room}|{\"slowModeSeconds\":21601}",
                "PATCH|/v1/rooms/{room}|{\"visibility\":\"secret\"}",
                "PATCH|/v1/rooms/{room}|[]",
                "PATCH|/v1/rooms/{room}/members/{other}|{}",
                "PATCH|/v1/rooms/{room}/members/{other}|{\"role\":\"king\"}",
                "PATCH|/v1/rooms/{room}/members/{other}|{\"role\":\"owner\",\"mutedUntil\":null}",
                "PATCH|/v1/rooms/{room}/members/{other}|{\"mutedUntil\":\"tomorrow\"}",
                "PATCH|/v1/rooms/{room}/members/{other}|{\"mutedUntil\":5}",
                "PATCH|/v1/rooms/{room}/members/{other}|{\"mutedUntil\":\"+20000-01-01T00:00:00Z\"}",
                "PUT|/v1/rooms/{room}/bans/{other}|{\"until\":\"2020-01-01T00:00:00Z\"}",
                "PUT|/v1/rooms/{room}/bans/{other}|{\"until\":\"soon\"}",
                "PUT|/v1/rooms/{room}/bans/{other}|{\"until\":\"+20000-01-01T00:00:00Z\"}",
                "PUT|/v1/rooms/{room}/bans/me|{}",
                "PUT|/v1/rooms/{room}/messages/x/pin|{}",
                "POST|/v1/rooms/{room}/invitations|{\"userId\":5}",
                "PUT|/v1/dms/me|{}"
            })
    void given_a_senseless_request_to_a_room_when_called_then_invalid_request(
            String verb, String path, String body) {
        User other = TestService.user();
        user.put("/v1/rooms/" + room + "/members/" + other.id(), "");

        isProblem(
                call(
                        user.token(),
                        verb,
                        path.replace("{room}", room.toString())
                                .replace("{other}", other.id().toString()),
                        body),
                400,
                "invalid-request");
    }

    @Test
    void given_no_token_when_sending_then_unauthenticated() {
        isProblem(call(null, "POST", messages, "{\"text\":\"a\"}"), 401, "unauthenticated");
    }

    @Test
    void given_tokens_that_prove_nothing_when_sending_then_unauthenticated() {
        String unsigned =
                Jwts.builder()
                        .subject(user.id().toString())
                        .issuer("simple-chat")
                        .audience()
                        .add("simple-chat")
                        .and()
                        .expiration(Date.from(Instant.now().plusSeconds(60)))
                        .compact();
        String forged =
                Jwts.builder()
                        .subject(user.id().toString())
                        .issuer("simple-chat")
                        .expiration(Date.from(Instant.now().plusSeconds(60)))
                        .signWith(Jwts.SIG.ES256.keyPair().build().getPrivate())
                        .compact();
        String tampered = user.token().substring(0, user.token().length() - 8) + "AAAAAAAA";

        for (String token : new String[] {unsigned, forged, tampered, "x", "a.b.c", ""}) {
            isProblem(send(token), 401, "unauthenticated");
        }
    }

    @Test
    void given_an_expired_token_when_sending_then_told_to_refresh() {
        String expired = TestTokens.issuedAt(user.id(), Instant.now().minusSeconds(3_600));

        Answer answer = send(expired);

        isProblem(answer, 401, "unauthenticated");
        assertThat(answer.text("detail")).contains("expired");
    }

    private Answer send(@Nullable String token) {
        return call(token, "POST", messages, "{\"text\":\"a\"}");
    }

    private static void isProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
        assertThat(answer.response().headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.text("title")).isNotEmpty();
        assertThat(answer.text("detail")).isNotEmpty();
        assertThat(answer.text("instance")).startsWith("/v1/");
        assertThat(answer.response().body()).doesNotContain("Exception", "io.github", "SELECT");
    }
}
