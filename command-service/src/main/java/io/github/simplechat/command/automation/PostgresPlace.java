package io.github.simplechat.command.automation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Places in a table. Who holds one has an advisory lock, on the connection over which the place is
 * moved: when the connection is lost, so is the lock, and moving fails.
 */
final class PostgresPlace implements Place {

    private final DataSource dataSource;
    private final String position;
    private final String move;

    /** Places in a table with a {@code name} and a {@code position}. */
    PostgresPlace(DataSource dataSource, String table) {
        this.dataSource = dataSource;
        this.position = "SELECT position FROM %s WHERE name = ?".formatted(table);
        this.move =
                """
                INSERT INTO %s AS place (name, position) VALUES (?, ?)
                ON CONFLICT (name) DO UPDATE SET position = excluded.position
                WHERE place.position < excluded.position\
                """
                        .formatted(table);
    }

    @Override
    public Optional<Held> hold(String automation) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        try {
            Boolean locked =
                    jdbc.queryForObject(
                            "SELECT pg_try_advisory_lock(hashtext(?))", Boolean.class, automation);
            if (Boolean.TRUE.equals(locked)) {
                return Optional.of(new Row(automation, connection, jdbc));
            }
        } catch (RuntimeException e) {
            giveBack(connection);
            throw e;
        }
        giveBack(connection);
        return Optional.empty();
    }

    private void giveBack(Connection connection) {
        DataSourceUtils.releaseConnection(connection, dataSource);
    }

    private final class Row implements Held {

        private final String automation;
        private final Connection connection;
        private final JdbcTemplate jdbc;

        Row(String automation, Connection connection, JdbcTemplate jdbc) {
            this.automation = automation;
            this.connection = connection;
            this.jdbc = jdbc;
        }

        @Override
        public long position() {
            List<Long> found = jdbc.queryForList(position, Long.class, automation);
            return found.isEmpty() ? 0 : found.getFirst();
        }

        @Override
        public void moveTo(long newPosition) {
            jdbc.update(move, automation, newPosition);
        }

        /** A connection that cannot unlock is not given back with its lock: it is broken off. */
        @Override
        public void close() {
            try {
                jdbc.queryForObject(
                        "SELECT pg_advisory_unlock(hashtext(?))", Boolean.class, automation);
            } catch (RuntimeException e) {
                breakOff();
            } finally {
                giveBack(connection);
            }
        }

        private void breakOff() {
            try {
                connection.abort(Runnable::run);
            } catch (SQLException e) {
                throw new IllegalStateException("A broken connection could not be ended", e);
            }
        }
    }
}
