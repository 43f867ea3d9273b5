package io.github.simplechat.loadtest.rebuild;

import io.github.simplechat.api.event.ChatEvent;
import io.github.simplechat.loadtest.bench.Round;
import io.github.simplechat.loadtest.node.Database;
import io.github.simplechat.platform.json.ChatJson;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** All events, by one cursor and Jackson, by one thread that does nothing with them. */
final class BareReading {

    private static final int FETCH = 2_000;

    private final Database database;
    private final LongSupplier cpuMicros;
    private final JsonMapper json;

    /** Reading of a database, with what modules make of the JSON. */
    BareReading(Database database, LongSupplier cpuMicros, JacksonModule... modules) {
        this.database = database;
        this.cpuMicros = cpuMicros;
        this.json = ChatJson.configure(JsonMapper.builder()).addModules(modules).build();
    }

    Round run() {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            Map<Short, ObjectReader> readers = readers(connection);
            long cpuBefore = cpuMicros.getAsLong();
            long begun = System.nanoTime();
            long events = 0;
            long newest = 0;
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(FETCH);
                try (ResultSet row =
                        statement.executeQuery(
                                "SELECT position, feed_id, version, type_id, payload"
                                        + " FROM events.event ORDER BY position")) {
                    while (row.next()) {
                        ChatEvent event =
                                reader(readers, row.getShort("type_id"))
                                        .readValue(row.getBytes("payload"));
                        newest = Math.max(newest, event.at().toEpochMilli());
                        events++;
                    }
                }
            }
            if (newest == 0) {
                throw new IllegalStateException("There is nothing to read");
            }
            return new Round(events, System.nanoTime() - begun, cpuMicros.getAsLong() - cpuBefore);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectReader reader(Map<Short, ObjectReader> readers, short type) {
        return Optional.ofNullable(readers.get(type)).orElseThrow();
    }

    private Map<Short, ObjectReader> readers(Connection connection) throws SQLException {
        Map<Short, ObjectReader> readers = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT id, name FROM events.event_type")) {
            while (row.next()) {
                Class<?> type = Class.forName(row.getString("name"));
                readers.put(row.getShort("id"), json.readerFor(type));
            }
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
        return readers;
    }
}
