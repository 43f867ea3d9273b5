package io.github.simplechat.stores;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL server on a loopback port. What it has committed survives the death of this
 * process and of the machine: {@code fsync} and {@code synchronous_commit} are on.
 */
public final class EmbeddedPostgresql implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);

    private static final Login APPLICATION = new Login("chat_app", "chat_app");

    private final EmbeddedPostgres server;

    /**
     * A role to connect as.
     *
     * @param password its password; the server believes whoever reaches its loopback port
     */
    public record Login(String username, String password) {}

    private EmbeddedPostgresql(EmbeddedPostgres server) {
        this.server = server;
    }

    /** A server with an empty database that is thrown away at the end. */
    public static EmbeddedPostgresql temporary() {
        return temporary(Map.of());
    }

    /** The same with more settings of the server. */
    public static EmbeddedPostgresql temporary(Map<String, String> settings) {
        return start(null, 0, settings);
    }

    /**
     * A server on a data folder, made on first use. A server that a killed process left behind on
     * the same folder is stopped first.
     *
     * @param port the loopback port, 0 for any free one
     */
    public static EmbeddedPostgresql on(Path dataFolder, int port) {
        Leftover.stop(dataFolder.resolve("postmaster.pid"), "postgres");
        return start(dataFolder, port, Map.of());
    }

    private static EmbeddedPostgresql start(
            @Nullable Path dataFolder, int port, Map<String, String> settings) {
        EmbeddedPostgres.Builder builder =
                EmbeddedPostgres.builder()
                        .setPort(port)
                        .setPGStartupWait(START)
                        .setRegisterShutdownHook(false)
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("max_connections", "100");
        settings.forEach(builder::setServerConfig);
        try {
            if (dataFolder != null) {
                Files.createDirectories(dataFolder.getParent());
                builder.setDataDirectory(dataFolder).setCleanDataDirectory(false);
            }
            EmbeddedPostgresql postgres = new EmbeddedPostgresql(builder.start());
            postgres.createApplicationRole();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start: " + e.getMessage(), e);
        }
    }

    /** On a folder of an earlier version there is none yet. */
    private void createApplicationRole() {
        try (Connection connection =
                        DriverManager.getConnection(url(), owner().username(), owner().password());
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    DO $$
                    BEGIN
                        CREATE ROLE %1$s LOGIN PASSWORD '%2$s';
                    EXCEPTION WHEN duplicate_object THEN NULL;
                    END
                    $$\
                    """
                            .formatted(APPLICATION.username(), APPLICATION.password()));
        } catch (SQLException e) {
            close();
            throw new IllegalStateException("PostgreSQL did not start: " + e.getMessage(), e);
        }
    }

    /** Where to connect with JDBC. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
    }

    /** Who owns the tables: the role that may do everything. */
    public Login owner() {
        return new Login("postgres", "postgres");
    }

    /** Who works with them: a role that owns nothing. */
    public Login application() {
        return APPLICATION;
    }

    /** How a service is told of it, as in its environment. */
    public Map<String, String> environment() {
        return Map.of(
                "CHAT_POSTGRES_URL", url(),
                "CHAT_POSTGRES_USERNAME", application().username(),
                "CHAT_POSTGRES_PASSWORD", application().password(),
                "CHAT_POSTGRES_OWNER_USERNAME", owner().username(),
                "CHAT_POSTGRES_OWNER_PASSWORD", owner().password());
    }

    /** The same as arguments of a command line, before others. */
    public String[] arguments(String... others) {
        return Stream.concat(
                        environment().entrySet().stream()
                                .map(e -> "--%s=%s".formatted(e.getKey(), e.getValue())),
                        Arrays.stream(others))
                .toArray(String[]::new);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
