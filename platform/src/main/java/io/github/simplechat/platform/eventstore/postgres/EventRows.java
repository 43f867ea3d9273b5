package io.github.simplechat.platform.eventstore.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;

/** Rows of the event table as Axon's entries. */
final class EventRows {

    private EventRows() {}

    static TrackedRow tracked(ResultSet row, int number) throws SQLException {
        return new TrackedRow(
                new GlobalSequenceTrackingToken(row.getLong("position")), domain(row, number));
    }

    static DomainEventData<byte[]> domain(ResultSet row, int number) throws SQLException {
        return new GenericDomainEventEntry<>(
                row.getString("feed_type"),
                row.getString("feed_id"),
                row.getLong("version"),
                row.getString("event_id"),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("type"),
                row.getString("revision"),
                row.getBytes("payload"),
                row.getBytes("metadata"));
    }
}
