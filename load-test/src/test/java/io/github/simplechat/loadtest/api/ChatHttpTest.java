package io.github.simplechat.loadtest.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChatHttpTest {

    private record Scripted(int status, String retryAfter) {}

    private final Deque<Scripted> script = new ArrayDeque<>();
    private final List<String> keys = Collections.synchronizedList(new ArrayList<>());
    private final List<Long> waits = new ArrayList<>();
    private final ChatHttp http = new ChatHttp(new Patience(Duration.ofSeconds(5), 3, waits::add));
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
                        Scripted next =
                                script.size() > 1 ? script.removeFirst() : script.getFirst();
                        if (!next.retryAfter().isEmpty()) {
                            exchange.getResponseHeaders().set("Retry-After", next.retryAfter());
                        }
                        if (next.status() > 0) {
                            exchange.sendResponseHeaders(next.status(), -1);
                        }
                    }
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Answer exchange() {
        URI target = URI.create("http://localhost:" + server.getAddress().getPort() + "/v1/x");
        return http.exchange(new Call("POST", target, null, "one-key", Map.of("a", 1)));
    }

    @Test
    void given_a_limit_then_retry_after_is_obeyed() {
        script.add(new Scripted(429, "3"));
        script.add(new Scripted(429, ""));
        script.add(new Scripted(201, ""));

        assertThat(exchange().status()).isEqualTo(201);
        assertThat(waits).containsExactly(3_000L, 1_000L);
    }

    @Test
    void given_a_limit_that_never_ends_then_the_refusal_is_the_answer() {
        script.add(new Scripted(429, "1"));

        assertThat(exchange().status()).isEqualTo(429);
        assertThat(keys).hasSize(4);
    }

    @Test
    void given_a_restart_then_the_same_request_is_repeated_with_growing_pauses() {
        script.add(new Scripted(503, ""));
        script.add(new Scripted(502, ""));
        script.add(new Scripted(0, ""));
        script.add(new Scripted(503, "1"));
        script.add(new Scripted(200, ""));

        assertThat(exchange().ok()).isTrue();
        assertThat(waits).containsExactly(50L, 100L, 200L, 1_000L);
        assertThat(keys).hasSize(5).containsOnly("one-key");
        assertThat(http.retries()).isEqualTo(4);
    }

    @Test
    void given_nobody_there_then_patience_ends_with_a_sentence() {
        server.stop(0);
        ChatHttp impatient = new ChatHttp(new Patience(Duration.ofMillis(300), 0, Thread::sleep));
        URI target = URI.create("http://localhost:" + server.getAddress().getPort() + "/v1/x");

        assertThatExceptionOfType(ApiFailure.class)
                .isThrownBy(() -> impatient.exchange(new Call("GET", target, null, null, null)))
                .withMessageContaining("GET /v1/x")
                .withMessageContaining("does not answer");
    }

    @Test
    void given_a_mistake_of_the_server_then_it_is_not_repeated() {
        script.add(new Scripted(500, ""));

        Answer answer = exchange();

        assertThat(keys).hasSize(1);
        assertThatExceptionOfType(ApiFailure.class)
                .isThrownBy(answer::orFail)
                .withMessage("POST /v1/x answered 500 without a code: no detail");
    }
}
