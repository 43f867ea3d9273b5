package io.github.simplechat.relay;

import static io.github.simplechat.relay.testing.TestEvents.room;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.simplechat.relay.platform.RelaySettings.Engine;
import io.github.simplechat.relay.testing.RelayProcess;
import io.github.simplechat.relay.testing.TestClient;
import io.github.simplechat.stores.EmbeddedRedis;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PresenceOnTwoNodesTest {

    private static final String OFTEN = "--chat.relay.presence-interval=100ms";
    private static final String SHORT = "--chat.relay.presence-holds=4s";

    private final UUID ada = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();
    private final UUID room = UUID.randomUUID();

    private void ask(TestClient client, UUID about) {
        client.listen(room);
        client.request(
                "{'type':'chat','roomId':'%s','action':'presence','userIds':['%s']}"
                        .formatted(room, about));
    }

    private static String told(TestClient client, int index) {
        return client.data(index).get("here").toString()
                + client.data(index).get("away").toString();
    }

    private static String here(UUID person) {
        return "[\"" + person + "\"][]";
    }

    private static String away(UUID person) {
        return "[][\"" + person + "\"]";
    }

    @Test
    void who_comes_to_another_node_is_here_and_when_that_node_is_gone_is_not() {
        try (EmbeddedRedis redis = EmbeddedRedis.temporary();
                RelayProcess near =
                        new RelayProcess(
                                redis.url(), RelayProcess.on(Engine.SERVLET), OFTEN, SHORT)) {
            near.append(room(room, ada, bob));
            try (TestClient adas = near.connect(ada)) {
                ask(adas, bob);
                assertThat(told(adas, 1)).isEqualTo(away(bob));
                try (RelayProcess far =
                                new RelayProcess(
                                        redis.url(), RelayProcess.on(Engine.NETTY), OFTEN, SHORT);
                        TestClient bobs = far.connect(bob)) {
                    ask(bobs, ada);
                    assertThat(told(bobs, 1)).isEqualTo(here(ada));
                    assertThat(told(adas, 2)).isEqualTo(here(bob));
                }
                assertThat(told(adas, 3)).isEqualTo(away(bob));
            }
        }
    }
}
