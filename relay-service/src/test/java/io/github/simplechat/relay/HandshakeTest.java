package io.github.simplechat.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.github.simplechat.relay.platform.RelaySettings.Engine;
import io.github.simplechat.relay.testing.RelayProcess;
import io.github.simplechat.relay.testing.TestClient;
import io.github.simplechat.stores.EmbeddedRedis;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocketHandshakeException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
@SuppressWarnings("NullAway") // all is set before the first test
class HandshakeTest {

    @Parameter Engine engine;

    private static EmbeddedRedis redis;
    private static RelayProcess relay;

    private final UUID ada = UUID.randomUUID();

    @BeforeParameterizedClassInvocation
    static void start(Engine engine) {
        redis = EmbeddedRedis.temporary();
        relay =
                new RelayProcess(
                        redis.url(),
                        RelayProcess.on(engine),
                        "--chat.relay.connections-per-person=2");
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        relay.close();
        redis.close();
    }

    @Test
    void without_a_token_there_is_no_upgrade() {
        assertRefused(null);
    }

    @Test
    void with_an_expired_token_there_is_no_upgrade() {
        assertRefused(relay.tokens().expiring(ada, Instant.now().minusSeconds(5)));
    }

    @Test
    void with_an_unsigned_token_there_is_no_upgrade() {
        assertRefused(relay.tokens().unsigned(ada));
    }

    @Test
    void with_a_token_that_somebody_else_signed_there_is_no_upgrade() {
        assertRefused(relay.tokens().wronglySigned(ada));
    }

    @Test
    void with_something_that_is_no_token_there_is_no_upgrade() {
        assertRefused("token");
    }

    private static void assertRefused(@Nullable String token) {
        CompletionException refused =
                catchThrowableOfType(
                        CompletionException.class,
                        () -> TestClient.connect(relay.address("ws", "/ws"), token));
        assertThat(refused.getCause()).isInstanceOf(WebSocketHandshakeException.class);
        WebSocketHandshakeException cause =
                (WebSocketHandshakeException) Objects.requireNonNull(refused.getCause());
        HttpResponse<?> response = cause.getResponse();
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
    }

    @Test
    void a_token_in_the_address_is_not_looked_at() throws Exception {
        HttpResponse<String> response =
                get("/ws?token=" + relay.tokens().valid(ada) + "&access_token=x");
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).contains("\"code\":\"unauthenticated\"");
    }

    @Test
    void a_connection_above_the_limit_of_a_person_is_told_to_retry_later() {
        try (TestClient first = answered(relay.connect(ada));
                TestClient second = answered(relay.connect(ada));
                TestClient third = relay.connect(ada)) {
            assertThat(third.closeCode()).isEqualTo(1013);
            assertThat(first.isClosed()).isFalse();
            assertThat(second.isClosed()).isFalse();
        }
    }

    /** A client that the gateway knows of, which the handshake alone does not say. */
    private static TestClient answered(TestClient client) {
        client.request("{'type':'all'}");
        client.awaitCount(1);
        return client;
    }

    @Test
    void health_is_public_and_tells_no_details() throws Exception {
        await().until(() -> get("/actuator/health").statusCode() == 200);
        assertThat(get("/actuator/health").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(relay.address("http", path)).build(),
                    BodyHandlers.ofString());
        }
    }
}
