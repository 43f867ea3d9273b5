package io.github.simplechat.stores;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL server on a loopback port. What it has committed survives the death of this
 * process and of the machine: {@code fsync} and {@code synchronous_commit} are on.
 */
public final class EmbeddedPostgresql implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;

    private EmbeddedPostgresql(EmbeddedPostgres server) {
        this.server = server;
    }

    /** A server with an empty database that is thrown away at the end. */
    public static EmbeddedPostgresql temporary() {
        return start(null, 0);
    }

    /**
     * A server on a data folder, made on first use. A server that a killed process left behind on
     * the same folder is stopped first.
     *
     * @param port the loopback port, 0 for any free one
     */
    public static EmbeddedPostgresql on(Path dataFolder, int port) {
        Leftover.stop(dataFolder.resolve("postmaster.pid"), "postgres");
        return start(dataFolder, port);
    }

    private static EmbeddedPostgresql start(@Nullable Path dataFolder, int port) {
        EmbeddedPostgres.Builder builder =
                EmbeddedPostgres.builder()
                        .setPort(port)
                        .setPGStartupWait(START)
                        .setRegisterShutdownHook(false)
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("max_connections", "100");
        try {
            if (dataFolder != null) {
                Files.createDirectories(dataFolder.getParent());
                builder.setDataDirectory(dataFolder).setCleanDataDirectory(false);
            }
            return new EmbeddedPostgresql(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start: " + e.getMessage(), e);
        }
    }

    /** Where to connect with JDBC. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
    }

    /** The name to connect with. */
    public String username() {
        return "postgres";
    }

    /** The password to connect with; the server believes whoever reaches its loopback port. */
    public String password() {
        return "postgres";
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
