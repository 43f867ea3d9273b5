package io.github.simplechat.relay;

import static io.github.simplechat.relay.testing.TestEvents.room;
import static io.github.simplechat.relay.testing.TestEvents.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.simplechat.relay.testing.NodeClient;
import io.github.simplechat.relay.testing.Programs;
import io.github.simplechat.relay.testing.RelayProcess;
import io.github.simplechat.stores.EmbeddedRedis;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clients that others wrote. Skipped, and said so, where their language is not installed. */
@SuppressWarnings("NullAway") // all is set before the first test
class OfficialClientsTest {

    private static final Path FOLDER = Programs.FOLDER;
    private static final Path SCRIPTS = Path.of("src", "test", "resources", "socketio");
    private static final String PYTHON_CLIENT = "python-socketio[client]==5.18.1";

    private static EmbeddedRedis redis;
    private static RelayProcess relay;

    private final UUID ada = UUID.randomUUID();
    private final UUID room = UUID.randomUUID();

    @BeforeAll
    static void start() {
        redis = EmbeddedRedis.temporary();
        relay = new RelayProcess(redis.url());
    }

    @AfterAll
    static void stop() {
        relay.close();
        redis.close();
    }

    @Test
    void the_javascript_client_moves_from_polling_to_a_websocket_and_hears_a_room() {
        NodeClient.install();
        relay.append(room(room, ada));
        relay.append(sent(room, ada, 1, 300));
        assertThat(node(relay.tokens().valid(ada), 302))
                .startsWith("transport polling", "upgraded to websocket", "connection success")
                .contains("frame 0", "frame 301", "acknowledged", "done")
                .hasSize(302 + 5);
    }

    @Test
    void the_javascript_client_is_told_why_it_may_not_connect() {
        NodeClient.install();
        assertThat(node("no token", 1)).contains("refused unauthenticated");
    }

    @Test
    void the_javascript_client_is_told_who_is_here() {
        NodeClient.install();
        UUID bob = UUID.randomUUID();
        relay.append(room(room, ada, bob));
        Programs.Output output =
                Programs.run(
                        "node",
                        SCRIPTS.resolve("presence.cjs").toString(),
                        FOLDER.toString(),
                        relay.address("http", "").toString(),
                        relay.tokens().valid(ada),
                        room.toString(),
                        bob.toString(),
                        relay.tokens().valid(bob));
        assertThat(output.lines()).containsExactly("away " + bob, "here " + bob);
    }

    @Test
    void the_python_client_hears_a_room() {
        Path python = FOLDER.resolve("python/bin/python");
        if (!Files.exists(FOLDER.resolve("python/ready"))) {
            boolean ready =
                    Programs.run("python3", "-m", "venv", FOLDER.resolve("python").toString())
                                    .succeeded()
                            && Programs.run(
                                            python.toString(),
                                            "-m",
                                            "pip",
                                            "install",
                                            "-q",
                                            PYTHON_CLIENT)
                                    .succeeded()
                            && Programs.run("touch", FOLDER.resolve("python/ready").toString())
                                    .succeeded();
            assumeThat(ready).as("Python and its Socket.IO client can be had").isTrue();
        }
        relay.append(room(room, ada));
        relay.append(sent(room, ada, 1, 20));
        Programs.Output output =
                Programs.run(
                        python.toString(),
                        SCRIPTS.resolve("listen.py").toString(),
                        relay.address("http", "").toString(),
                        relay.tokens().valid(ada),
                        room.toString(),
                        "22");
        assertThat(output.lines())
                .contains("connection success", "frame 0", "frame 21", "transport websocket");
    }

    private List<String> node(String token, int count) {
        return Programs.run(
                        "node",
                        SCRIPTS.resolve("listen.cjs").toString(),
                        FOLDER.toString(),
                        relay.address("http", "").toString(),
                        token,
                        room.toString(),
                        Integer.toString(count))
                .lines();
    }
}
