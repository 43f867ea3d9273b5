package io.github.simplechat.relay;

import static io.github.simplechat.relay.testing.TestEvents.room;
import static io.github.simplechat.relay.testing.TestEvents.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.simplechat.relay.testing.RelayProcess;
import io.github.simplechat.stores.EmbeddedRedis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clients that others wrote. Skipped, and said so, where their language is not installed. */
@SuppressWarnings("NullAway") // all is set before the first test
class OfficialClientsTest {

    private static final Path FOLDER = Path.of("target", "official-clients").toAbsolutePath();
    private static final Path SCRIPTS = Path.of("src", "test", "resources", "socketio");
    private static final String NODE_CLIENT = "socket.io-client@4.8.4";
    private static final String PYTHON_CLIENT = "python-socketio[client]==5.18.1";
    private static final long MINUTES = 2;

    private static EmbeddedRedis redis;
    private static RelayProcess relay;

    private final UUID ada = UUID.randomUUID();
    private final UUID room = UUID.randomUUID();

    @BeforeAll
    static void start() throws IOException {
        Files.createDirectories(FOLDER);
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
        installNodeClient();
        relay.append(room(room, ada));
        relay.append(sent(room, ada, 1, 300));
        assertThat(node(relay.tokens().valid(ada), 302))
                .startsWith("transport polling", "upgraded to websocket", "connection success")
                .contains("frame 0", "frame 301", "acknowledged", "done")
                .hasSize(302 + 5);
    }

    @Test
    void the_javascript_client_is_told_why_it_may_not_connect() {
        installNodeClient();
        assertThat(node("no token", 1)).contains("refused unauthenticated");
    }

    @Test
    void the_python_client_hears_a_room() {
        Path python = FOLDER.resolve("python/bin/python");
        if (!Files.exists(FOLDER.resolve("python/ready"))) {
            boolean ready =
                    run("python3", "-m", "venv", FOLDER.resolve("python").toString()).succeeded()
                            && run(python.toString(), "-m", "pip", "install", "-q", PYTHON_CLIENT)
                                    .succeeded()
                            && run("touch", FOLDER.resolve("python/ready").toString()).succeeded();
            assumeThat(ready).as("Python and its Socket.IO client can be had").isTrue();
        }
        relay.append(room(room, ada));
        relay.append(sent(room, ada, 1, 20));
        Output output =
                run(
                        python.toString(),
                        SCRIPTS.resolve("listen.py").toString(),
                        relay.address("http", "").toString(),
                        relay.tokens().valid(ada),
                        room.toString(),
                        "22");
        assertThat(output.lines())
                .contains("connection success", "frame 0", "frame 21", "transport websocket");
    }

    private static void installNodeClient() {
        boolean there =
                Files.isDirectory(FOLDER.resolve("node_modules/socket.io-client"))
                        || run(
                                        "npm",
                                        "install",
                                        "--silent",
                                        "--no-audit",
                                        "--no-fund",
                                        "--prefix",
                                        FOLDER.toString(),
                                        NODE_CLIENT)
                                .succeeded();
        assumeThat(there).as("Node and its Socket.IO client can be had").isTrue();
    }

    private List<String> node(String token, int count) {
        return run(
                        "node",
                        SCRIPTS.resolve("listen.cjs").toString(),
                        FOLDER.toString(),
                        relay.address("http", "").toString(),
                        token,
                        room.toString(),
                        Integer.toString(count))
                .lines();
    }

    private record Output(int status, List<String> lines) {

        boolean succeeded() {
            return status == 0;
        }
    }

    private static Output run(String... command) {
        try {
            Path output = Files.createTempFile(FOLDER, "output", ".txt");
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly().waitFor();
            }
            return new Output(process.exitValue(), Files.readAllLines(output));
        } catch (IOException e) {
            return new Output(1, List.of("not installed: " + command[0]));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
