package io.github.simplechat.loadtest.node;

import io.github.simplechat.platform.startup.Logs;
import io.github.simplechat.stores.EmbeddedPostgresql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real PostgreSQL server on this machine whose processes are known. */
public final class PostgresServer implements AutoCloseable {

    private final EmbeddedPostgresql server;
    private final Database database;

    private PostgresServer(EmbeddedPostgresql server) {
        this.server = server;
        this.database = new Database(server.url(), server.username(), server.password());
    }

    /** A server that is thrown away at the end. */
    public static PostgresServer temporary() {
        Logs.initialize();
        return new PostgresServer(EmbeddedPostgresql.temporary());
    }

    /** The database that every server has. */
    public Database database() {
        return database;
    }

    /** The process that all others of the server are children of. */
    public long pid() {
        Path file = Path.of(database.text("SHOW data_directory"), "postmaster.pid");
        try {
            return Long.parseLong(Files.readAllLines(file).getFirst().strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
