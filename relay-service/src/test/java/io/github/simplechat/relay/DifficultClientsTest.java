package io.github.simplechat.relay;

import static io.github.simplechat.relay.testing.TestEvents.room;
import static io.github.simplechat.relay.testing.TestEvents.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.relay.platform.RelaySettings.Engine;
import io.github.simplechat.relay.testing.RelayProcess;
import io.github.simplechat.relay.testing.TestClient;
import io.github.simplechat.stores.EmbeddedRedis;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
@SuppressWarnings("NullAway") // all is set before the first test
class DifficultClientsTest {

    @Parameter Engine engine;

    private static EmbeddedRedis redis;
    private static RelayProcess relay;

    private final UUID ada = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();
    private final UUID room = UUID.randomUUID();

    @BeforeParameterizedClassInvocation
    static void start(Engine engine) {
        redis = EmbeddedRedis.temporary();
        relay =
                new RelayProcess(
                        redis.url(),
                        RelayProcess.on(engine),
                        "--chat.relay.tick-interval=100ms",
                        "--chat.relay.ping-interval=500ms",
                        "--chat.relay.outgoing-size=128KB");
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        relay.close();
        redis.close();
    }

    @Test
    void a_frame_that_is_too_long_ends_its_own_connection_only() {
        relay.append(room(room, ada, bob));
        try (TestClient adas = relay.connect(ada);
                TestClient bobs = relay.connect(bob)) {
            bobs.listen(room);
            bobs.await(1);
            adas.sendText("x".repeat(64 * 1024));
            assertThat(adas.data(0).get("code").stringValue()).isEqualTo("invalid-request");
            adas.sendText("x".repeat(64 * 1024 + 1));
            assertThat(adas.closeCode()).isEqualTo(1009);
            relay.append(sent(room, ada, 1));
            bobs.awaitVersion(3);
        }
    }

    @Test
    void frames_that_are_no_requests_are_answered_and_the_connection_stays() {
        relay.append(room(room, ada));
        try (TestClient client = relay.connect(ada)) {
            client.sendText("no json");
            client.sendBinary((byte) 1, (byte) 2);
            client.request("{'type':'weather'}");
            assertThat(client.await(3))
                    .allSatisfy(frame ->
                            assertThat(frame)
                                    .contains("\"msg\":\"connection failed\"")
                                    .contains("\"code\":\"invalid-request\""));
            client.listen(room);
            assertThat(client.data(3).get("msg").stringValue()).isEqualTo("connection success");
        }
    }

    @Test
    void a_connection_ends_with_its_token_and_is_pinged_until_then() {
        String token = relay.tokens().expiring(ada, Instant.now().plusSeconds(3));
        try (TestClient client = TestClient.connect(relay.address("ws", "/ws"), token)) {
            assertThat(client.closeCode()).isEqualTo(4001);
            assertThat(client.pings()).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void a_client_that_does_not_read_is_closed_and_slows_nobody() {
        relay.append(room(room, ada, bob));
        String token = relay.tokens().valid(bob);
        // More than the buffers of both ends of a loopback connection hold.
        int messages = 21_000;
        int step = 300;
        try (TestClient reading = relay.connect(ada);
                TestClient slow = TestClient.notReading(relay.address("ws", "/ws"), token)) {
            reading.listen(room);
            slow.listen(room);
            reading.await(1);
            for (int seq = 0; seq < messages; seq += step) {
                relay.append(sent(room, ada, seq + 1, seq + step));
                reading.awaitCount(seq + step + 1);
            }
            slow.read();
            assertThat(slow.closeCode()).isEqualTo(4008);
        }
    }
}
