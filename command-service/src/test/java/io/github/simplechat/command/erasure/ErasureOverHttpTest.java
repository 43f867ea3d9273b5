package io.github.simplechat.command.erasure;

import static io.github.simplechat.command.TestService.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.api.person.ErasePerson;
import io.github.simplechat.api.person.PersonErased;
import io.github.simplechat.api.person.PersonRegistered;
import io.github.simplechat.api.room.MemberLeft;
import io.github.simplechat.api.room.MemberRoleChanged;
import io.github.simplechat.api.room.MessageEdited;
import io.github.simplechat.api.room.MessageSent;
import io.github.simplechat.api.room.Role;
import io.github.simplechat.command.TestService;
import io.github.simplechat.command.TestService.Answer;
import io.github.simplechat.command.TestService.User;
import io.github.simplechat.command.platform.web.Commands;
import io.github.simplechat.platform.eventstore.FeedReader;
import io.github.simplechat.platform.eventstore.MembershipReader;
import io.github.simplechat.platform.personal.PersonalKeys;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class ErasureOverHttpTest {

    private static final String PASSWORD = "{\"password\":\"password\"}";

    private final JdbcTemplate database = new JdbcTemplate(TestService.bean(DataSource.class));
    private final FeedReader feeds = TestService.bean(FeedReader.class);
    private final String name = "e" + UUID.randomUUID().toString().substring(0, 12);
    private final Answer registered = register(name);
    private final User me =
            new User(UUID.fromString(registered.text("userId")), registered.text("accessToken"));

    @Test
    void given_a_wrong_or_missing_password_when_erasing_then_refused_and_nothing_has_changed() {
        Answer wrong = me.delete("/v1/me", "{\"password\":\"passw0rd\"}");

        assertThat(wrong.status()).isEqualTo(403);
        assertThat(wrong.code()).isEqualTo("forbidden");
        assertThat(wrong.text("detail")).isEqualTo("The password is wrong.");
        assertThat(me.delete("/v1/me").code()).isEqualTo("invalid-request");
        assertThat(me.delete("/v1/me", "{}").code()).isEqualTo("invalid-request");
        assertThat(call(null, "DELETE", "/v1/me", PASSWORD).status()).isEqualTo(401);
        assertThat(feeds.version(me.id())).isZero();
        assertThat(login(name).status()).isEqualTo(200);
    }

    @Test
    void given_guesses_when_erasing_then_they_are_slowed_down_like_logins() {
        Answer answer = me.delete("/v1/me", "{\"password\":\"passw0rd\"}");
        for (int i = 0; i < 100 && answer.status() == 403; i++) {
            answer = me.delete("/v1/me", "{\"password\":\"passw0rd\"}");
        }

        assertThat(answer.code()).isEqualTo("rate-limited");
        assertThat(login(name).code()).isEqualTo("rate-limited");
    }

    @Test
    void given_a_person_when_erased_then_nothing_they_wrote_can_be_read_and_others_stay() {
        User friend = TestService.user();
        UUID room = me.createRoom("public");
        friend.put(members(room), "");
        me.say(room, "잊힐 말", "Idempotency-Key", "my-own-key");
        me.patch("/v1/rooms/" + room + "/messages/1", "{\"text\":\"고친 말\"}");
        friend.say(room, "남을 말");

        assertThat(me.delete("/v1/me", PASSWORD).status()).isEqualTo(204);

        List<RecordedEvent> events = feeds.read(room, FeedReader.NO_VERSION, 100);
        assertThat(of(events, MessageSent.class))
                .extracting(MessageSent::actorId, MessageSent::text)
                .containsExactly(tuple(me.id(), null), tuple(friend.id(), "남을 말"));
        assertThat(of(events, MessageEdited.class)).extracting(MessageEdited::text).containsNull();
        List<RecordedEvent> own = feeds.read(me.id(), FeedReader.NO_VERSION, 100);
        assertThat(of(own, PersonRegistered.class))
                .singleElement()
                .satisfies(e -> assertThat(e.username()).isNull())
                .satisfies(e -> assertThat(e.displayName()).isNull());
        assertThat(own.getLast().event()).isInstanceOf(PersonErased.class);
        assertForgotten(me);
    }

    @Test
    void given_an_erased_person_when_anybody_uses_what_was_theirs_then_refused() {
        UUID room = TestService.user().createRoom("public");

        me.delete("/v1/me", PASSWORD);

        assertThat(me.put(members(room), "").code()).isEqualTo("unauthenticated");
        assertThat(me.delete("/v1/me", PASSWORD).code()).isEqualTo("unauthenticated");
        assertThat(login(name).code()).isEqualTo("unauthenticated");
        assertThat(refresh(registered).code()).isEqualTo("unauthenticated");
        assertThat(register(name.toUpperCase(Locale.ROOT)).code()).isEqualTo("username-taken");
        assertThat(TestService.user().put("/v1/dms/" + me.id(), "").code())
                .isEqualTo("person-not-found");
        String roles = "/v1/admin/users/" + me.id() + "/roles";
        assertThat(TestService.admin().put(roles, "{\"roles\":[\"admin\"]}").code())
                .isEqualTo("person-not-found");
    }

    @Test
    void given_the_only_owner_when_erased_then_the_member_who_was_there_longest_owns_the_room() {
        User heir = TestService.user();
        UUID room = me.createRoom("private");
        me.put("/v1/rooms/" + room + "/members/" + heir.id(), "");
        me.put("/v1/rooms/" + room + "/members/" + TestService.user().id(), "");
        UUID direct = UUID.fromString(me.put("/v1/dms/" + heir.id(), "").text("roomId"));

        me.delete("/v1/me", PASSWORD);

        List<RecordedEvent> events = feeds.read(room, FeedReader.NO_VERSION, 100);
        assertThat(of(events, MemberRoleChanged.class))
                .singleElement()
                .satisfies(e -> assertThat(e.userId()).isEqualTo(heir.id()))
                .satisfies(e -> assertThat(e.role()).isEqualTo(Role.OWNER));
        assertThat(events.getLast().event()).isInstanceOf(MemberLeft.class);
        assertThat(feeds.read(direct, FeedReader.NO_VERSION, 100).getLast().event())
                .isInstanceOf(MemberLeft.class);
        assertForgotten(me);
    }

    @Test
    void given_a_crash_after_the_decision_when_a_node_goes_on_then_the_erasure_is_completed() {
        UUID room = me.createRoom("public");
        me.say(room, "잊힐 말", "Idempotency-Key", "my-own-key");

        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        TestService.bean(Commands.class).send(new ErasePerson(me.id(), me.id(), now));

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertForgotten(me));
        assertThat(login(name).code()).isEqualTo("unauthenticated");
        assertThat(register(name).code()).isEqualTo("username-taken");
        assertThat(me.say(room, "더").code()).isEqualTo("unauthenticated");
    }

    @Test
    void given_keys_from_a_backup_when_the_erasure_is_repeated_then_the_key_is_gone_again() {
        Map<String, Object> backup =
                database.queryForMap("SELECT * FROM personal.key WHERE person_id = ?", me.id());
        me.delete("/v1/me", PASSWORD);
        database.update(
                "UPDATE personal.key SET secret = ?, erased_at = NULL WHERE person_id = ?",
                backup.get("secret"),
                me.id());

        TestService.bean(Erasure.class).complete(me.id(), Instant.now());

        assertForgotten(me);
    }

    @Test
    void
            given_the_only_administrator_when_erasing_themselves_then_refused_until_there_is_another() {
        database.update("UPDATE account SET roles = '' WHERE username <> 'admin'");
        User admin = TestService.admin();
        String password = "{\"password\":\"admin-password\"}";
        assertThat(admin.delete("/v1/me", password).code()).isEqualTo("last-administrator");
        admin.put("/v1/admin/users/" + me.id() + "/roles", "{\"roles\":[\"admin\"]}");

        User second = new User(me.id(), login(name).text("accessToken"));

        assertThat(second.delete("/v1/me", PASSWORD).status()).isEqualTo(204);
        assertThat(admin.delete("/v1/me", password).code()).isEqualTo("last-administrator");
    }

    private void assertForgotten(User person) {
        assertThat(TestService.bean(PersonalKeys.class).opening(person.id())).isEmpty();
        assertThat(count("personal.key WHERE secret IS NOT NULL AND person_id = ?", person))
                .isZero();
        assertThat(count("events.claim WHERE actor_id = ?", person)).isZero();
        assertThat(count("login_session WHERE account_id = ?", person)).isZero();
        assertThat(TestService.bean(MembershipReader.class).roomsOf(person.id())).isEmpty();
        assertThat(database.queryForMap("SELECT * FROM account WHERE id = ?", person.id()))
                .containsEntry("display_name", "")
                .containsEntry("password_hash", null)
                .containsEntry("roles", "")
                .extractingByKey("username")
                .asString()
                .startsWith("~")
                .doesNotContain(name);
    }

    private long count(String rows, User person) {
        Long found =
                database.queryForObject("SELECT count(*) FROM " + rows, Long.class, person.id());
        return found == null ? 0 : found;
    }

    private static <E> List<E> of(List<RecordedEvent> events, Class<E> type) {
        return events.stream()
                .map(RecordedEvent::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static String members(UUID room) {
        return "/v1/rooms/" + room + "/members/me";
    }

    private static Answer register(String name) {
        return call(
                null,
                "POST",
                "/v1/auth/register",
                "{\"username\":\"%s\",\"password\":\"password\",\"displayName\":\"이름\"}"
                        .formatted(name));
    }

    private static Answer login(String name) {
        return call(
                null,
                "POST",
                "/v1/auth/login",
                "{\"username\":\"%s\",\"password\":\"password\"}".formatted(name));
    }

    private static Answer refresh(Answer tokens) {
        return call(
                null,
                "POST",
                "/v1/auth/refresh",
                "{\"refreshToken\":\"%s\"}".formatted(tokens.text("refreshToken")));
    }
}
