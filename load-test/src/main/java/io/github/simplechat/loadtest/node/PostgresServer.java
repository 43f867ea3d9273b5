package io.github.simplechat.loadtest.node;

import io.github.simplechat.platform.startup.Logs;
import io.github.simplechat.stores.EmbeddedPostgresql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** A real PostgreSQL server on this machine whose processes are known. */
public final class PostgresServer implements AutoCloseable {

    private final EmbeddedPostgresql server;
    private final Database database;
    private final long pid;

    private PostgresServer(EmbeddedPostgresql server) {
        this.server = server;
        this.database =
                new Database(server.url(), server.owner().username(), server.owner().password());
        this.pid = pidOf(database);
    }

    /** A server that is thrown away at the end. */
    public static PostgresServer temporary() {
        Logs.initialize();
        return new PostgresServer(EmbeddedPostgresql.temporary());
    }

    /** The same, which also counts how often it executes which statement. */
    public static PostgresServer counting() {
        Logs.initialize();
        PostgresServer server =
                new PostgresServer(
                        EmbeddedPostgresql.temporary(
                                Map.of("shared_preload_libraries", "pg_stat_statements")));
        server.database.execute("CREATE EXTENSION pg_stat_statements");
        return server;
    }

    /** How often statements with such a text were executed in a database of a counting server. */
    public long executed(String database, String like) {
        return Long.parseLong(
                this.database.text(
                        """
                        SELECT coalesce(sum(calls), 0) FROM pg_stat_statements
                        JOIN pg_database ON oid = dbid
                        WHERE datname = '%s' AND query LIKE '%s'\
                        """
                                .formatted(database, like)));
    }

    /** A role of a counting server, which may do everything, so that its statements are known. */
    public Database as(String role) {
        database.execute("CREATE ROLE %s SUPERUSER LOGIN PASSWORD '%1$s'".formatted(role));
        return new Database(database.url(), role, role);
    }

    /** How often a role has executed statements with such a text on a counting server. */
    public long executedBy(String role, String like) {
        return Long.parseLong(
                database.text(
                        """
                        SELECT coalesce(sum(calls), 0) FROM pg_stat_statements
                        JOIN pg_roles ON pg_roles.oid = userid
                        WHERE rolname = '%s' AND query LIKE '%s'\
                        """
                                .formatted(role, like)));
    }

    /** A server on a data folder, which may be that of a killed one. */
    public static PostgresServer on(Path folder, int port) {
        Logs.initialize();
        return new PostgresServer(EmbeddedPostgresql.on(folder, port));
    }

    private static long pidOf(Database database) {
        Path file = Path.of(database.text("SHOW data_directory"), "postmaster.pid");
        try {
            return Long.parseLong(Files.readAllLines(file).getFirst().strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The database that every server has. */
    public Database database() {
        return database;
    }

    /** The process that all others of the server are children of. */
    public long pid() {
        return pid;
    }

    /**
     * Ends all its processes as a crash would, with {@code SIGKILL}, the first one first so that it
     * starts no others. What no process has handed to the operating system is gone.
     */
    public void kill() {
        List<ProcessHandle> all =
                ProcessHandle.of(pid).stream()
                        .flatMap(first -> Stream.concat(Stream.of(first), first.descendants()))
                        .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
        LoggingSystem.get(getClass().getClassLoader()).setLogLevel("io.zonky", LogLevel.OFF);
        server.close(); // says that there is nothing to stop, and gives up its hold on the folder
    }

    @Override
    public void close() {
        server.close();
    }
}
