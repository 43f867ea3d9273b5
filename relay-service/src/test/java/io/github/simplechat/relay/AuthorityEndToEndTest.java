package io.github.simplechat.relay;

import static io.github.simplechat.relay.testing.TestEvents.room;
import static io.github.simplechat.relay.testing.TestEvents.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.platform.security.revocation.Revocations;
import io.github.simplechat.relay.platform.RelaySettings.Engine;
import io.github.simplechat.relay.testing.RelayProcess;
import io.github.simplechat.relay.testing.TestClient;
import io.github.simplechat.stores.EmbeddedRedis;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A node of each engine, and a person whose tokens are taken back at one of them. */
@SuppressWarnings("NullAway") // all is set before the first test
class AuthorityEndToEndTest {

    private static EmbeddedRedis redis;
    private static RelayProcess netty;
    private static RelayProcess servlet;

    private final UUID ada = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();
    private final UUID room = UUID.randomUUID();

    @BeforeAll
    static void start() {
        redis = EmbeddedRedis.temporary();
        netty = new RelayProcess(redis.url(), RelayProcess.on(Engine.NETTY));
        servlet = new RelayProcess(redis.url(), RelayProcess.on(Engine.SERVLET));
    }

    @AfterAll
    static void stop() {
        servlet.close();
        netty.close();
        redis.close();
    }

    @Test
    void given_a_revocation_then_connections_of_every_kind_on_every_node_end_with_4001() {
        netty.append(room(room, ada, bob));
        try (TestClient onNetty = netty.connect(ada);
                TestClient onServlet = servlet.connect(ada);
                TestClient onSocketIo = socketIo();
                TestClient bobs = servlet.connect(bob)) {
            for (TestClient each : List.of(onNetty, onServlet, bobs)) {
                each.listen(room);
                each.awaitCount(1);
            }
            onSocketIo.sendText("40");
            onSocketIo.awaitCount(2);
            netty.bean(Revocations.class).revoke(ada, Instant.now());
            assertThat(onNetty.closeCode()).isEqualTo(4001);
            assertThat(onServlet.closeCode()).isEqualTo(4001);
            assertThat(onSocketIo.closeCode()).isEqualTo(4001);
            netty.append(sent(room, bob, 1));
            bobs.awaitVersion(3);
            assertThat(onNetty.versions()).isEmpty();
            assertThat(onServlet.versions()).isEmpty();
        }
    }

    private TestClient socketIo() {
        return TestClient.connect(
                netty.address("ws", "/socket.io/?EIO=4&transport=websocket"),
                netty.tokens().valid(ada));
    }
}
