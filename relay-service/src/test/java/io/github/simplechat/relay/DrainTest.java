package io.github.simplechat.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.relay.gateway.Gateway;
import io.github.simplechat.relay.platform.RelaySettings.Engine;
import io.github.simplechat.relay.testing.RawSocket;
import io.github.simplechat.relay.testing.RelayProcess;
import io.github.simplechat.relay.testing.TestClient;
import io.github.simplechat.stores.EmbeddedRedis;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A node that goes away, and addresses that come too often. */
class DrainTest {

    private final UUID ada = UUID.randomUUID();

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_node_that_goes_away_closes_with_1001_and_lets_nobody_in(Engine engine) throws Exception {
        try (EmbeddedRedis redis = EmbeddedRedis.temporary();
                RelayProcess relay = new RelayProcess(redis.url(), RelayProcess.on(engine));
                TestClient one = relay.connect(ada);
                TestClient other = relay.connect(ada)) {
            for (TestClient each : new TestClient[] {one, other}) {
                each.request("{'type':'all'}");
                each.awaitCount(1);
            }
            relay.bean(Gateway.class).drain(Duration.ofSeconds(1), Duration.ofSeconds(20));
            assertThat(one.closeCode()).isEqualTo(1001);
            assertThat(other.closeCode()).isEqualTo(1001);
            try (RawSocket late =
                    new RawSocket(relay.address("ws", "/ws"), relay.tokens().valid(ada))) {
                assertThat(late.handshake()).startsWith("HTTP/1.1 503");
                assertThat(late.header("retry-after")).isEqualTo("1");
            }
            assertThat(get(relay, "/actuator/health").statusCode()).isEqualTo(503);
            if (engine == Engine.NETTY) {
                assertThat(get(relay, "/socket.io/?EIO=4&transport=polling").statusCode())
                        .isEqualTo(503);
            }
            MeterRegistry metrics = relay.bean(MeterRegistry.class);
            assertThat(metrics.get("relay.draining").gauge().value()).isEqualTo(1);
            assertThat(
                            metrics.get("relay.closed")
                                    .tag("reason", "shutting down")
                                    .functionCounter()
                                    .count())
                    .isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void an_address_may_have_so_many_connections_also_behind_a_proxy(Engine engine)
            throws IOException {
        String from = "X-Forwarded-For: 192.0.2.7";
        try (EmbeddedRedis redis = EmbeddedRedis.temporary();
                RelayProcess relay =
                        new RelayProcess(
                                redis.url(),
                                RelayProcess.on(engine),
                                "--chat.relay.connections-per-address=1");
                RawSocket first = socket(relay, from);
                RawSocket elsewhere = socket(relay, "X-Forwarded-For: 192.0.2.8")) {
            for (RawSocket each : new RawSocket[] {first, elsewhere}) {
                each.send(0x81, "no request");
                assertThat(each.receive().text()).contains("invalid-request");
            }
            try (RawSocket second = socket(relay, from)) {
                assertThat(second.closeCode()).isEqualTo(1013);
            }
        }
    }

    private static RawSocket socket(RelayProcess relay, String header) throws IOException {
        return new RawSocket(
                relay.address("ws", "/ws"), relay.tokens().valid(UUID.randomUUID()), header);
    }

    @ParameterizedTest
    @EnumSource(value = Engine.class, names = "NETTY")
    void only_so_many_sessions_may_wait_for_their_token(Engine engine) throws Exception {
        try (EmbeddedRedis redis = EmbeddedRedis.temporary();
                RelayProcess relay =
                        new RelayProcess(
                                redis.url(), RelayProcess.on(engine), "--chat.relay.strangers=1")) {
            String polling = "/socket.io/?EIO=4&transport=polling";
            HttpResponse<String> first = get(relay, polling);
            assertThat(first.statusCode()).isEqualTo(200);
            HttpResponse<String> second = get(relay, polling);
            assertThat(second.statusCode()).isEqualTo(429);
            String sid = first.body().replaceAll(".*\"sid\":\"([^\"]+)\".*", "$1");
            String session = polling + "&sid=" + sid;
            post(relay, session, "40{\"token\":\"" + relay.tokens().valid(ada) + "\"}");
            assertThat(get(relay, session).body()).startsWith("40");
            assertThat(get(relay, polling).statusCode()).isEqualTo(200);
        }
    }

    private static HttpResponse<String> get(RelayProcess relay, String path) throws Exception {
        return send(HttpRequest.newBuilder(relay.address("http", path)).build());
    }

    private static void post(RelayProcess relay, String path, String body) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(relay.address("http", path))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        assertThat(send(request).statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString());
        }
    }
}
