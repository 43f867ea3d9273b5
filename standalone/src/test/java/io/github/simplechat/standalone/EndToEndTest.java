package io.github.simplechat.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.github.simplechat.testing.browser.Browser;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A newcomer's first hour, in one process: play, stop, start again, everything is still there. */
class EndToEndTest {

    @TempDir private Path folder;

    @Test
    void given_a_conversation_when_played_then_proved_and_still_there_after_a_restart() {
        System.setProperty("chat.account.admin-username", "admin");
        System.setProperty("chat.account.admin-password", "admin-password");
        try {
            String room;
            try (Running chat = new Running(folder)) {
                assertThat(chat.call("GET", "/actuator/health", null, null).body())
                        .isEqualTo("{\"status\":\"UP\"}");
                assertThat(
                                chat.play(
                                        "--admin-username", "admin",
                                        "--admin-password", "admin-password"))
                        .isZero();
                room = sayInANewRoom(chat);
                describesTheWholeApi(chat);
            }
            try (Running chat = new Running(folder)) {
                String history =
                        chat.call("GET", "/v1/rooms/" + room + "/messages", login(chat), null)
                                .body();
                assertThat(history).contains("다시 만나요");
                assertThat(chat.play("--once")).isZero();
            }
        } finally {
            System.clearProperty("chat.account.admin-username");
            System.clearProperty("chat.account.admin-password");
        }
    }

    private static void describesTheWholeApi(Running chat) {
        var description = Running.json(chat.call("GET", "/v3/api-docs", null, null));
        assertThat(description.path("openapi").asString()).startsWith("3.1");
        assertThat(description.at("/paths/~1v1~1rooms~1{roomId}~1messages").propertyNames())
                .contains("get", "post");
        assertThat(description.at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
        assertThat(chat.call("GET", "/swagger-ui/index.html", null, null).statusCode())
                .isEqualTo(200);
    }

    private static String sayInANewRoom(Running chat) {
        String token = login(chat);
        String room =
                Running.json(
                                chat.call(
                                        "POST",
                                        "/v1/rooms",
                                        token,
                                        "{\"name\":\"방\",\"visibility\":\"private\"}"))
                        .path("roomId")
                        .asString();
        int status =
                chat.call("POST", "/v1/rooms/" + room + "/messages", token, "{\"text\":\"다시 만나요\"}")
                        .statusCode();
        assertThat(status).isEqualTo(201);
        return room;
    }

    private static String login(Running chat) {
        return Running.json(
                        chat.call(
                                "POST",
                                "/v1/auth/login",
                                null,
                                "{\"username\":\"admin\",\"password\":\"admin-password\"}"))
                .path("accessToken")
                .asString();
    }

    @Test
    void given_an_administrator_on_the_page_when_a_projection_is_rebuilt_then_the_new_one_serves() {
        assumeThat(Browser.isInstalled()).as("Chromium and its driver are installed").isTrue();
        System.setProperty("chat.account.admin-username", "admin");
        System.setProperty("chat.account.admin-password", "admin-password");
        try (Running chat = new Running(folder);
                Browser browser = Browser.open("en")) {
            browser.visit("http://localhost:" + chat.settings().httpPort() + "/admin/projections");
            browser.type("[name=username]", "admin");
            browser.type("[name=password]", "wrong-password");
            browser.click("#login button");
            shows(browser, "#trouble", "The username or the password is wrong.");
            browser.run("document.querySelector('[name=password]').value = ''");
            browser.type("[name=password]", "admin-password");
            browser.click("#login button");
            shows(browser, "//section[h2='people']//tr[th='1']", "serving");
            browser.click("//section[h2='people']//button[@data-do='begin']");
            shows(browser, "//section[h2='people']//tr[th='2']", "serving equal");
        } finally {
            System.clearProperty("chat.account.admin-username");
            System.clearProperty("chat.account.admin-password");
        }
    }

    private static void shows(Browser browser, String what, String text) {
        await().atMost(Duration.ofMinutes(1))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(browser.text(what)).contains(text));
    }

    @Test
    void given_a_taken_port_when_starting_then_one_sentence_names_it() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            var ports = Running.freePorts(3);
            Settings settings =
                    new Settings(
                            taken.getLocalPort(),
                            ports.get(0),
                            ports.get(1),
                            ports.get(2),
                            folder,
                            Optional.empty());

            assertThatThrownBy(() -> Assembly.start(settings))
                    .hasMessage(
                            "port %d is already in use; stop what uses it or choose another port."
                                    .formatted(taken.getLocalPort()));
        }
    }

    @Test
    void given_a_data_folder_that_is_a_file_when_starting_then_one_sentence_names_it()
            throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        var ports = Running.freePorts(4);
        Settings settings =
                new Settings(
                        ports.get(0),
                        ports.get(1),
                        ports.get(2),
                        ports.get(3),
                        file,
                        Optional.empty());

        assertThatThrownBy(() -> Assembly.start(settings))
                .hasMessageStartingWith("the data folder " + file + " cannot be written");
    }
}
