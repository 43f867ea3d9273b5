package io.github.simplechat.platform.eventstore.postgres;

import io.github.simplechat.platform.eventstore.UndecodableEvent.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Reads rows of the event table. */
final class EventRows {

    private final EventTypes types;

    EventRows(EventTypes types) {
        this.types = types;
    }

    TrackedRow read(ResultSet row, int number) throws SQLException {
        return new TrackedRow(
                row.getLong("position"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("feed_id"),
                row.getLong("version"),
                types.of(row.getShort("type_id")),
                row.getBytes("payload"),
                row.getBytes("metadata"));
    }

    Place place(ResultSet row, int number) throws SQLException {
        return new Place(
                row.getLong("position"),
                row.getObject("feed_id", UUID.class),
                row.getLong("version"),
                types.of(row.getShort("type_id")).name());
    }
}
