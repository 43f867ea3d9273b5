package io.github.simplechat.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** After an erasure nothing that the person wrote or was called is in any store. */
class ErasureTest {

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final int SNAPSHOT = 500;

    private static final String USERNAME = "quaggaworth";
    private static final String NAME = "Wilhelmina Farnsworthy";
    private static final String NEW_NAME = "Hieronymus 은하수";
    private static final String TEXT = "xylophonically 잊혀질첫번째말";
    private static final String EDITED = "zephyrization 고쳐진두번째말";
    private static final String FILE = "moonlit-vacation.png";
    private static final String URL = "https://files.example/7f3a-quetzal";
    private static final String NOTICE = "paid-for-a-marimba";
    private static final String DATA = "invoice-mangosteen";
    private static final String KEY = "idempotent-axolotl";
    private static final List<String> ALL =
            List.of(USERNAME, NAME, NEW_NAME, TEXT, EDITED, FILE, URL, NOTICE, DATA, KEY);

    private static final Map<String, String> SETTINGS =
            Map.of(
                    "chat.account.admin-username", "admin",
                    "chat.account.admin-password", "admin-password",
                    "chat.query.search.expunge-after", "1s",
                    "chat.query.search.commit-interval", "200ms");

    @TempDir private Path folder;

    @Test
    void given_a_person_with_everything_when_erased_then_no_store_holds_any_of_it() {
        SETTINGS.forEach(System::setProperty);
        try (Running chat = new Running(folder)) {
            String friend = register(chat, "friendly", "Friend");
            String me = register(chat, USERNAME, NAME);
            String room = everythingOf(me, friend, chat);
            EverythingStored before = stored(chat);
            assertFound(before, "mongo", USERNAME, NEW_NAME, TEXT, FILE, URL, NOTICE, DATA, EDITED);
            assertFound(before, "postgres public.account", USERNAME, NEW_NAME);
            assertFound(before, "postgres events.claim", KEY);
            assertFound(before, "lucene", word(EDITED));
            assertThat(before.placesOf(TEXT, "postgres")).as("sealed").isEmpty();
            assertThat(before.bytes().get("postgres events.snapshot")).isNotEmpty();

            assertThat(
                            chat.call("DELETE", "/v1/me", me, "{\"password\":\"password\"}")
                                    .statusCode())
                    .isEqualTo(204);

            await().atMost(SOON).untilAsserted(() -> assertNothingLeft(stored(chat)));
            assertReadable(chat, room);
            rebuildAll(chat);
            await().atMost(SOON).untilAsserted(() -> assertNothingLeft(stored(chat)));
            assertReadable(chat, room);
            assertThat(eventsOf(stored(chat))).as("events stay").contains(eventsOf(before));
        } finally {
            SETTINGS.keySet().forEach(System::clearProperty);
        }
    }

    @Test
    void given_a_text_in_any_form_when_looked_for_then_found() {
        byte[] around = ("a" + TEXT + "bc").getBytes(UTF_8);
        EverythingStored hidden =
                new EverythingStored(
                        Map.of(
                                "hex", HexFormat.of().formatHex(around),
                                "base64", Base64.getEncoder().encodeToString(around),
                                "none", "nothing"));

        assertThat(hidden.placesOf(TEXT, "")).containsExactlyInAnyOrder("hex", "base64");
    }

    /** What a person leaves behind: all kinds of it, and enough for a snapshot of the room. */
    private static String everythingOf(String me, String friend, Running chat) {
        String room =
                post(chat, me, "/v1/rooms", "{\"name\":\"방\",\"visibility\":\"public\"}")
                        .path("roomId")
                        .asString();
        String messages = "/v1/rooms/" + room + "/messages";
        chat.call("PUT", "/v1/rooms/" + room + "/members/me", friend, "");
        post(
                chat,
                me,
                messages,
                """
                {"text":"%s","attachments":[{"url":"%s","name":"%s","mediaType":"image/png","size":7}]}\
                """
                        .formatted(TEXT, URL, FILE));
        post(chat, me, messages, "{\"text\":\"soon to be another\"}");
        chat.call("PATCH", messages + "/2", me, "{\"text\":\"" + EDITED + "\"}");
        post(chat, friend, messages, "{\"text\":\"what remains\",\"replyTo\":1}");
        chat.call("PUT", messages + "/1/pin", me, "");
        chat.send(KEY, messages, me, "{\"text\":\"" + TEXT + "\"}");
        for (int i = 0; i < SNAPSHOT; i++) {
            post(chat, i % 2 == 0 ? me : friend, messages, "{\"text\":\"한 마디\"}");
        }
        chat.call("PATCH", "/v1/me", me, "{\"displayName\":\"" + NEW_NAME + "\"}");
        notice(chat, userId(chat, USERNAME));
        await().atMost(SOON)
                .untilAsserted(() -> {
                    EverythingStored now = stored(chat);
                    assertFound(now, "mongo people", NEW_NAME, NOTICE);
                    assertFound(now, "mongo timeline", TEXT, EDITED);
                    assertFound(now, "lucene", word(EDITED));
                    assertThat(now.bytes().get("postgres events.snapshot")).isNotEmpty();
                });
        return room;
    }

    private static void notice(Running chat, String userId) {
        String admin = login(chat, "admin", "admin-password");
        String roles = "/v1/admin/users/" + userId(chat, "friendly") + "/roles";
        chat.call("PUT", roles, admin, "{\"roles\":[\"service\"]}");
        post(
                chat,
                login(chat, "friendly", "password"),
                "/v1/people/" + userId + "/notices",
                "{\"type\":\"payment\",\"text\":\"%s\",\"data\":{\"number\":\"%s\"}}"
                        .formatted(NOTICE, DATA));
    }

    private static void assertNothingLeft(EverythingStored now) {
        for (String text : ALL) {
            assertThat(now.placesOf(text, "")).as(text).isEmpty();
        }
        assertThat(now.placesOf(word(TEXT), "lucene")).isEmpty();
        assertThat(now.placesOf(word(EDITED), "lucene")).isEmpty();
    }

    private static void assertReadable(Running chat, String room) {
        String token = login(chat, "friendly", "password");
        String path = "/v1/rooms/" + room;
        String history = chat.call("GET", path + "/messages?after=0", token, null).body();
        String all =
                history
                        + chat.call("GET", path + "/changes?limit=200", token, null).body()
                        + chat.call("GET", path + "/messages/2/edits", token, null).body()
                        + chat.call("GET", path + "/messages/1/thread", token, null).body()
                        + chat.call("GET", path + "/pins", token, null).body()
                        + chat.call("GET", path + "/members", token, null).body()
                        + chat.call("GET", "/v1/users?query=" + USERNAME, token, null).body()
                        + chat.call("GET", "/v1/me/rooms", token, null).body()
                        + chat.call("GET", "/v1/search?q=" + word(EDITED), token, null).body()
                        + chat.call(
                                        "POST",
                                        "/v1/sync",
                                        token,
                                        "{\"rooms\":{\"%s\":-1},\"person\":-1}".formatted(room))
                                .body();
        assertThat(all).doesNotContain(ALL).doesNotContain(word(TEXT), word(EDITED));
        assertThat(history).contains("what remains", "\"deletedAt\"");
    }

    private static void rebuildAll(Running chat) {
        String admin = login(chat, "admin", "admin-password");
        for (JsonNode projection :
                Running.json(chat.call("GET", "/v1/admin/projections", admin, null))) {
            var started =
                    chat.call(
                            "POST",
                            "/v1/admin/projections/%s/rebuilds"
                                    .formatted(projection.path("name").asString()),
                            admin,
                            "");
            assertThat(started.statusCode()).isEqualTo(202);
            String location = started.headers().firstValue("Location").orElseThrow();
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(
                                            Running.json(chat.call("GET", location, admin, null))
                                                    .path("state")
                                                    .asString())
                                    .isEqualTo("done"));
        }
    }

    private static void assertFound(EverythingStored in, String where, String... texts) {
        for (String text : texts) {
            assertThat(in.placesOf(text, where)).as("%s in %s", text, where).isNotEmpty();
        }
    }

    private static String eventsOf(EverythingStored stored) {
        return String.valueOf(stored.bytes().get("postgres events.event"));
    }

    private static EverythingStored stored(Running chat) {
        return EverythingStored.of(chat.stores(), chat.settings().dataFolder().resolve("search"));
    }

    private static String word(String text) {
        return text.substring(0, text.indexOf(' '));
    }

    private static JsonNode post(Running chat, String token, String path, String body) {
        return Running.json(chat.call("POST", path, token, body));
    }

    private static String register(Running chat, String name, String displayName) {
        String body =
                "{\"username\":\"%s\",\"password\":\"password\",\"displayName\":\"%s\"}"
                        .formatted(name, displayName);
        return Running.json(chat.call("POST", "/v1/auth/register", null, body))
                .path("accessToken")
                .asString();
    }

    private static JsonNode tokens(Running chat, String name, String password) {
        String body = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, password);
        return Running.json(chat.call("POST", "/v1/auth/login", null, body));
    }

    private static String login(Running chat, String name, String password) {
        return tokens(chat, name, password).path("accessToken").asString();
    }

    private static String userId(Running chat, String name) {
        return tokens(chat, name, "password").path("userId").asString();
    }
}
