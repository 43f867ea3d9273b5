package io.github.simplechat.platform.eventstore.postgres;

import io.github.simplechat.platform.eventstore.UndecodableEvent.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Reads rows of the event table. Their types are looked up when somebody asks for them, which is
 * after the rows have been read and their connection was given back.
 */
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
                types,
                row.getShort("type_id"),
                row.getBytes("payload"),
                row.getBytes("metadata"));
    }

    /** Where an event is, and the number of its type. */
    record Spot(long position, UUID feedId, long version, short typeId) {

        static Spot read(ResultSet row, int number) throws SQLException {
            return new Spot(
                    row.getLong("position"),
                    row.getObject("feed_id", UUID.class),
                    row.getLong("version"),
                    row.getShort("type_id"));
        }
    }

    Place place(Spot spot) {
        return new Place(
                spot.position(), spot.feedId(), spot.version(), types.of(spot.typeId()).name());
    }
}
