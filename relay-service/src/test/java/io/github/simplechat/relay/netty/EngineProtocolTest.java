package io.github.simplechat.relay.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.relay.testing.EngineClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client of Engine.IO v4 and Socket.IO v5 may expect, packet by packet. */
@SuppressWarnings("NullAway") // all is set before the first test
class EngineProtocolTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String POLLING = "/engine.io/?EIO=4&transport=polling";

    /** Its pings come too late to be in anybody's way. */
    private static EchoServer server;

    /** One with the short heartbeats of the public suites, for what is about them. */
    private static EchoServer beating;

    @BeforeAll
    static void start() {
        server = new EchoServer(0, Duration.ofSeconds(25), Duration.ofSeconds(20));
        beating = new EchoServer(0);
    }

    @AfterAll
    static void stop() {
        server.close();
        beating.close();
    }

    private static HttpRequest.Builder request(EchoServer to, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + to.port() + path));
    }

    private static CompletableFuture<HttpResponse<String>> get(String path) {
        return get(server, path);
    }

    private static CompletableFuture<HttpResponse<String>> get(EchoServer from, String path) {
        return HTTP.sendAsync(request(from, path).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String path, String body) {
        return post(server, path, body);
    }

    private static HttpResponse<String> post(EchoServer to, String path, String body) {
        return HTTP.sendAsync(
                        request(to, path).POST(BodyPublishers.ofString(body)).build(),
                        BodyHandlers.ofString())
                .join();
    }

    private static String session() {
        return session(server);
    }

    private static String session(EchoServer with) {
        String open = get(with, POLLING).join().body();
        return POLLING + "&sid=" + open.replaceAll(".*\"sid\":\"([^\"]*)\".*", "$1");
    }

    @Test
    void a_session_opens_with_what_a_client_must_know() {
        assertThat(get(beating, POLLING).join().body())
                .matches(
                        "0\\{\"sid\":\"[^\"]+\",\"upgrades\":\\[\"websocket\"],"
                                + "\"pingInterval\":300,\"pingTimeout\":200,\"maxPayload\":1000000}");
    }

    @ParameterizedTest
    @CsvSource({
        "/engine.io/?transport=polling,5",
        "/engine.io/?EIO=abc&transport=polling,5",
        "/engine.io/?EIO=3&transport=polling,5",
        "/engine.io/?EIO=4,0",
        "/engine.io/?EIO=4&transport=abc,0",
        "/engine.io/?EIO=4&transport=websocket,3",
        "/engine.io/?EIO=4&transport=polling&sid=unknown,1",
    })
    void a_senseless_handshake_is_refused_with_its_code(String path, int code) {
        HttpResponse<String> answer = get(path).join();
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).startsWith("{\"code\":" + code + ",");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE"})
    void a_session_is_opened_by_a_get_only(String method) {
        HttpRequest other =
                request(server, POLLING).method(method, BodyPublishers.noBody()).build();
        HttpResponse<String> answer = HTTP.sendAsync(other, BodyHandlers.ofString()).join();
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).startsWith("{\"code\":2,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4hello",
                "4test1\u001e4test2\u001e4test3",
                "4hello\u001ebAQIDBA==",
                "4안녕 🙂"
            })
    void what_is_posted_comes_back_in_one_poll(String body) {
        String session = session();
        HttpResponse<String> posted = post(session, body);
        assertThat(posted.statusCode()).isEqualTo(200);
        assertThat(posted.body()).isEqualTo("ok");
        assertThat(get(session).join().body()).isEqualTo(body);
    }

    @Test
    void a_poll_waits_until_there_is_something() {
        String session = session();
        CompletableFuture<HttpResponse<String>> poll = get(session);
        post(session, "4now");
        assertThat(poll.join().body()).isEqualTo("4now");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "", "4fine\u001e9", "b***"})
    void what_is_no_packet_ends_the_session(String body) {
        String session = session();
        assertThat(post(session, body).statusCode()).isEqualTo(400);
        assertThat(get(session).join().statusCode()).isEqualTo(400);
    }

    @Test
    void a_second_poll_at_the_same_time_ends_the_session() {
        String session = session();
        CompletableFuture<HttpResponse<String>> one = get(session);
        CompletableFuture<HttpResponse<String>> other = get(session + "&t=1");
        assertThat(List.of(one.join().statusCode(), other.join().statusCode()))
                .containsExactlyInAnyOrder(200, 400);
        assertThat(one.join().statusCode() == 200 ? one.join().body() : other.join().body())
                .isEqualTo("1");
        assertThat(get(session).join().statusCode()).isEqualTo(400);
    }

    @Test
    void pings_come_and_who_answers_stays() {
        String session = session(beating);
        for (int i = 0; i < 3; i++) {
            assertThat(get(beating, session).join().body()).isEqualTo("2");
            assertThat(post(beating, session, "3").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_polling_session_that_does_not_answer_a_ping_is_closed() throws InterruptedException {
        String session = session(beating);
        Thread.sleep(1_000);
        assertThat(post(beating, session, "3").statusCode()).isEqualTo(400);
        assertThat(get(beating, session).join().statusCode()).isEqualTo(400);
    }

    @Test
    void a_client_that_closes_ends_its_poll_and_its_session() {
        String session = session();
        CompletableFuture<HttpResponse<String>> poll = get(session);
        assertThat(post(session, "1").statusCode()).isEqualTo(200);
        HttpResponse<String> last = poll.join();
        // The poll may have come after the close, on another connection.
        assertThat(last.statusCode() == 400 || last.body().equals("6")).isTrue();
        assertThat(get(session).join().statusCode()).isEqualTo(400);
    }

    @Test
    void a_session_moves_to_a_websocket_and_leaves_polling() throws Exception {
        String session = session();
        try (EngineClient socket = socket(session.replace("polling", "websocket"))) {
            socket.send("2probe");
            assertThat(socket.next()).isEqualTo("3probe");
            assertThat(get(session).join().body()).isEqualTo("6");
            socket.send("5");
            socket.send("4hello");
            assertThat(socket.next()).isEqualTo("4hello");
            assertThat(get(session).join().statusCode()).isEqualTo(400);
            try (EngineClient late = socket(session.replace("polling", "websocket"))) {
                assertThat(late.isClosed()).isTrue();
            }
            socket.send("4still here");
            assertThat(socket.next()).isEqualTo("4still here");
        }
    }

    private static EngineClient socket(String path) {
        return socket(server, path);
    }

    private static EngineClient socket(EchoServer to, String path) {
        return new EngineClient(URI.create("ws://localhost:" + to.port() + path));
    }

    private static EngineClient engine() {
        EngineClient socket = socket("/engine.io/?EIO=4&transport=websocket");
        assertThat(socket.next()).startsWith("0{").contains("\"upgrades\":[]");
        return socket;
    }

    @Test
    void on_a_websocket_text_and_bytes_come_back() {
        try (EngineClient socket = engine()) {
            socket.send("4hello");
            assertThat(socket.next()).isEqualTo("4hello");
            socket.sendBytes(1, 2, 3, 4);
            assertThat(socket.next()).isEqualTo("[1, 2, 3, 4]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1"})
    void a_websocket_ends_with_what_is_no_packet_and_with_a_close(String packet) {
        try (EngineClient socket = engine()) {
            socket.send(packet);
            assertThat(socket.isClosed()).isTrue();
        }
    }

    @Test
    void a_websocket_that_does_not_answer_a_ping_is_closed() {
        try (EngineClient socket = socket(beating, "/engine.io/?EIO=4&transport=websocket")) {
            assertThat(socket.isClosed()).isTrue();
        }
    }

    private static EngineClient socketIo() {
        EngineClient socket = socket("/socket.io/?EIO=4&transport=websocket");
        assertThat(socket.next()).startsWith("0{");
        return socket;
    }

    private static EngineClient connected() {
        EngineClient socket = socketIo();
        socket.send("40");
        assertThat(socket.next()).isEqualTo("40{\"sid\":\"id\"}");
        assertThat(socket.next()).isEqualTo("42[\"auth\",{}]");
        return socket;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "40{\"token\":\"123\"}|40{\"sid\":\"id\"}|42[\"auth\",{\"token\":\"123\"}]",
                "40/custom,|40/custom,{\"sid\":\"id\"}|42/custom,[\"auth\",{}]",
                "40/custom,{\"a\":1}|40/custom,{\"sid\":\"id\"}|42/custom,[\"auth\",{\"a\":1}]",
            })
    void a_client_comes_into_a_namespace(String connect, String answer, String auth) {
        try (EngineClient socket = socketIo()) {
            socket.send(connect);
            assertThat(socket.next()).isEqualTo(answer);
            assertThat(socket.next()).isEqualTo(auth);
        }
    }

    @Test
    void an_unknown_namespace_is_refused_and_the_session_stays() {
        try (EngineClient socket = connected()) {
            socket.send("40/random");
            assertThat(socket.next()).isEqualTo("44/random,{\"message\":\"Invalid namespace\"}");
            socket.send("42[\"message\",1]");
            assertThat(socket.next()).isEqualTo("42[\"message-back\",1]");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4abc",
                "4",
                "42[\"message\"]",
                "42/custom,[\"message\"]",
                "40[]",
                "45-[]",
                "44{}"
            })
    void what_makes_no_sense_before_a_namespace_ends_the_connection(String packet) {
        try (EngineClient socket = socketIo()) {
            socket.send(packet);
            assertThat(socket.isClosed()).isTrue();
        }
    }

    @Test
    void who_comes_into_no_namespace_is_closed() {
        try (EngineClient socket = socketIo()) {
            assertThat(socket.isClosed()).isTrue();
        }
    }

    @Test
    void leaving_the_last_namespace_ends_the_connection() {
        try (EngineClient socket = connected()) {
            socket.send("41");
            assertThat(socket.isClosed()).isTrue();
        }
    }

    @Test
    void leaving_one_namespace_keeps_the_other() {
        try (EngineClient socket = connected()) {
            socket.send("40/custom");
            assertThat(socket.next()).startsWith("40/custom,");
            assertThat(socket.next()).startsWith("42/custom,");
            socket.send("41/custom");
            socket.send("42[\"message\",\"to the main one\"]");
            assertThat(socket.next()).isEqualTo("42[\"message-back\",\"to the main one\"]");
        }
    }

    @Test
    void events_and_acknowledgements_carry_text_and_bytes() {
        try (EngineClient socket = connected()) {
            socket.send("42[\"message\",1,\"2\",{\"3\":[true]}]");
            assertThat(socket.next()).isEqualTo("42[\"message-back\",1,\"2\",{\"3\":[true]}]");
            socket.send("42456[\"message-with-ack\",1,\"2\"]");
            assertThat(socket.next()).isEqualTo("43456[1,\"2\"]");

            String places = "{\"_placeholder\":true,\"num\":0},{\"_placeholder\":true,\"num\":1}";
            socket.send("452-[\"message\"," + places + "]");
            socket.sendBytes(1, 2, 3);
            socket.sendBytes(4, 5, 6);
            assertThat(socket.next()).isEqualTo("452-[\"message-back\"," + places + "]");
            assertThat(socket.next()).isEqualTo("[1, 2, 3]");
            assertThat(socket.next()).isEqualTo("[4, 5, 6]");
            socket.send("452-789[\"message-with-ack\"," + places + "]");
            socket.sendBytes(1, 2, 3);
            socket.sendBytes(4, 5, 6);
            assertThat(socket.next()).isEqualTo("462-789[" + places + "]");
            assertThat(socket.next()).isEqualTo("[1, 2, 3]");
            assertThat(socket.next()).isEqualTo("[4, 5, 6]");
        }
    }
}
