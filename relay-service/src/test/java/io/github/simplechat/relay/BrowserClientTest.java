package io.github.simplechat.relay;

import static io.github.simplechat.relay.testing.TestEvents.room;
import static io.github.simplechat.relay.testing.TestEvents.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.github.simplechat.relay.testing.NodeClient;
import io.github.simplechat.relay.testing.RelayProcess;
import io.github.simplechat.stores.EmbeddedRedis;
import io.github.simplechat.testing.browser.Browser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The official client in a real browser, on a page of another origin. Skipped, and said so, where
 * there is no Chromium or no npm.
 */
@SuppressWarnings("NullAway") // all is set before the first test
class BrowserClientTest {

    private static final Path PAGE = Path.of("src", "test", "resources", "socketio", "listen.html");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static HttpServer pages;
    private static EmbeddedRedis redis;
    private static RelayProcess relay;
    private static Browser browser;

    private final UUID ada = UUID.randomUUID();
    private final UUID room = UUID.randomUUID();

    @BeforeAll
    static void start() throws IOException {
        assumeThat(Browser.isInstalled()).as("Chromium and its driver are installed").isTrue();
        NodeClient.install();
        pages = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve("/", PAGE, "text/html");
        serve("/socket.io.min.js", NodeClient.SCRIPT, "text/javascript");
        pages.start();
        redis = EmbeddedRedis.temporary();
        relay = new RelayProcess(redis.url(), "--chat.relay.cors-origins=" + origin("127.0.0.1"));
        browser = Browser.open("en");
    }

    private static void serve(String path, Path file, String type) {
        pages.createContext(
                path,
                exchange -> {
                    byte[] body = Files.readAllBytes(file);
                    exchange.getResponseHeaders().set("Content-Type", type);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
    }

    private static String origin(String host) {
        return "http://" + host + ":" + pages.getAddress().getPort();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
            relay.close();
            redis.close();
            pages.stop(0);
        }
    }

    @Test
    void a_page_moves_from_polling_to_a_websocket_and_hears_a_room() {
        relay.append(room(room, ada));
        begin("127.0.0.1", relay.tokens().valid(ada));
        shows("acknowledged");
        relay.append(sent(room, ada, 1, 1));
        shows("room.msg.new 2 ");
        assertThat(log())
                .containsSubsequence("transport polling", "upgraded to websocket")
                .contains("connection success", "room.created 0", "room.person.in 1")
                .doesNotContain("refused");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void a_page_is_told_why_it_may_not_connect() {
        begin("127.0.0.1", "no token");
        shows("refused unauthenticated");
    }

    @Test
    void a_page_of_an_origin_that_is_not_allowed_reads_no_answer() {
        begin("localhost", relay.tokens().valid(ada));
        shows("refused xhr poll error");
        assertThat(browser.console()).anyMatch(line -> line.contains("blocked by CORS policy"));
    }

    private void begin(String host, String token) {
        browser.visit(origin(host) + "/");
        browser.run(
                "begin(arguments[0], arguments[1], arguments[2])",
                relay.address("http", "").toString(),
                token,
                room.toString());
    }

    private static void shows(String line) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(log()).contains(line));
    }

    private static String log() {
        return browser.text("#log");
    }
}
