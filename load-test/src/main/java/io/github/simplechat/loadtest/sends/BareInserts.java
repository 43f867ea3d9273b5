package io.github.simplechat.loadtest.sends;

import io.github.simplechat.loadtest.bench.Round;
import io.github.simplechat.loadtest.node.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the database gives at the most: rows like those that sends have written, 64 with each insert
 * and commit, from one connection. It takes the newest message's row as it is, whatever columns the
 * table has, and gives each copy a place of its own in a feed.
 */
final class BareInserts {

    private static final int ROWS = 64;
    private static final String TABLE = "events.event";
    private static final List<String> MADE_BY_THE_DATABASE = List.of("position");

    private final Database database;
    private final LongSupplier cpuMicros;

    BareInserts(Database database, LongSupplier cpuMicros) {
        this.database = database;
        this.cpuMicros = cpuMicros;
    }

    /** A row of the table by its columns. */
    private record Row(List<String> columns, List<@Nullable Object> values) {

        String insert() {
            String one =
                    columns.stream().map(column -> "?").collect(Collectors.joining(",", "(", ")"));
            return "INSERT INTO %s (%s) VALUES %s"
                    .formatted(
                            TABLE,
                            String.join(",", columns),
                            String.join(",", java.util.Collections.nCopies(ROWS, one)));
        }
    }

    Round run(int seconds) {
        try (Connection connection = database.connect()) {
            Row newest = newest(connection);
            connection.setAutoCommit(false);
            long cpuBefore = cpuMicros.getAsLong();
            long begun = System.nanoTime();
            long end = begun + TimeUnit.SECONDS.toNanos(seconds);
            long rows = 0;
            UUID feed = UUID.randomUUID();
            try (PreparedStatement insert = connection.prepareStatement(newest.insert())) {
                while (System.nanoTime() - end < 0) {
                    for (int i = 0; i < ROWS; i++) {
                        bind(insert, i, newest, feed, rows++);
                    }
                    insert.executeUpdate();
                    connection.commit();
                }
            }
            return new Round(rows, System.nanoTime() - begun, cpuMicros.getAsLong() - cpuBefore);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Row newest(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT * FROM " + TABLE + " ORDER BY position DESC LIMIT 1")) {
            row.next();
            ResultSetMetaData shape = row.getMetaData();
            List<String> columns = new ArrayList<>();
            List<@Nullable Object> values = new ArrayList<>();
            for (int i = 1; i <= shape.getColumnCount(); i++) {
                if (!MADE_BY_THE_DATABASE.contains(shape.getColumnName(i))) {
                    columns.add(shape.getColumnName(i));
                    values.add(row.getObject(i));
                }
            }
            return new Row(columns, values);
        }
    }

    private static void bind(PreparedStatement insert, int row, Row like, UUID feed, long version)
            throws SQLException {
        for (int i = 0; i < like.columns().size(); i++) {
            Object value =
                    switch (like.columns().get(i)) {
                        case "feed_id" -> feed;
                        case "version" -> version;
                        default -> like.values().get(i);
                    };
            insert.setObject(row * like.columns().size() + i + 1, value);
        }
    }
}
