package io.github.simplechat.loadtest.node;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/**
 * A database on a PostgreSQL server.
 *
 * @param url where to connect with JDBC
 */
public record Database(String url, String username, String password) {

    /** A connection that its user closes. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, username, password);
    }

    /** Another database on the same server, made empty. */
    public Database create(String name) {
        execute("DROP DATABASE IF EXISTS " + name);
        execute("CREATE DATABASE " + name);
        return new Database(url.substring(0, url.lastIndexOf('/') + 1) + name, username, password);
    }

    /** Executes a statement outside a transaction. */
    public void execute(String sql) {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql + ": " + e.getMessage(), e);
        }
    }

    /** The one text that a query gives. */
    public String text(String sql) {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql + ": " + e.getMessage(), e);
        }
    }

    /** What makes a commit durable, as the server says that it is set. */
    public String durability() {
        return "PostgreSQL %s, fsync=%s, synchronous_commit=%s, full_page_writes=%s"
                .formatted(
                        text("SHOW server_version"),
                        text("SHOW fsync"),
                        text("SHOW synchronous_commit"),
                        text("SHOW full_page_writes"));
    }

    /** How a service is told of it, as in its environment. */
    public Map<String, String> environment() {
        return Map.of(
                "CHAT_POSTGRES_URL", url,
                "CHAT_POSTGRES_USERNAME", username,
                "CHAT_POSTGRES_PASSWORD", password);
    }
}
