package io.github.simplechat.relay;

import static io.github.simplechat.relay.testing.TestEvents.room;
import static io.github.simplechat.relay.testing.TestEvents.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.simplechat.relay.testing.RelayProcess;
import io.github.simplechat.relay.testing.TestClient;
import io.github.simplechat.stores.EmbeddedRedis;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

class RelayLifecycleTest {

    private final UUID ada = UUID.randomUUID();
    private final UUID room = UUID.randomUUID();

    @Test
    void starts_while_redis_is_away_serves_from_the_store_and_says_goodbye() throws IOException {
        int port = freePort();
        RelayProcess relay =
                new RelayProcess("redis://127.0.0.1:" + port, "--chat.relay.sweep-interval=100ms");
        HealthIndicator health = relay.bean("relayHealth", HealthIndicator.class);
        relay.append(room(room, ada));
        relay.append(sent(room, ada, 1, 3));
        TestClient client = relay.connect(ada);
        client.listen(room, 1);
        client.awaitVersion(4);
        assertThat(status(health)).isEqualTo(Status.DOWN);
        relay.append(sent(room, ada, 4));
        client.awaitVersion(5);

        try (EmbeddedRedis redis =
                EmbeddedRedis.on(Files.createTempDirectory("late-redis"), port)) {
            await().until(() -> Status.UP.equals(status(health)));
            relay.append(sent(room, ada, 5));
            client.awaitVersion(6);
            assertThat(client.versions()).containsExactly(2L, 3L, 4L, 5L, 6L);
            relay.close();
            assertThat(client.closeCode()).isEqualTo(1001);
            assertThat(redis.url()).endsWith(":" + port);
        }
    }

    private static Status status(HealthIndicator health) {
        return Objects.requireNonNull(health.health()).getStatus();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--chat.relay.feeds-per-connection=0",
                "--chat.relay.connections-per-person=-1",
                "--chat.relay.frame-size=10B",
                "--chat.relay.outgoing-size=1KB",
                "--chat.relay.ping-interval=0s",
                "--chat.relay.sweep-interval=-5s",
                "--chat.relay.publish-batch=0",
                "--chat.relay.refills=many",
                "--chat.relay.connections-per-address=0",
                "--chat.relay.frames-per-second=0",
                "--chat.relay.frame-burst=-1",
                "--chat.relay.strangers=0",
                "--chat.relay.strangers-per-address=0",
                "--chat.relay.stranger-patience=0s",
                "--chat.relay.presence-holds=5s",
                "--chat.relay.drain=-1s",
                "--chat.relay.drain=1h",
                "--chat.relay.engine=steam",
                "--chat.relay.outgoing-size=1GB"
            })
    void a_senseless_setting_fails_the_start(String setting) {
        assertThatThrownBy(() -> new RelayProcess("redis://127.0.0.1:1", setting).close())
                .hasMessageContaining("relay");
    }
}
