package io.github.simplechat.platform.eventstore.postgres;

import io.github.simplechat.platform.eventstore.UndecodableEvent.Place;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;

/** Rows of the event table as Axon's entries. */
final class EventRows {

    private static final byte[] NO_METADATA = "{}".getBytes(StandardCharsets.UTF_8);

    private final EventTypes types;

    EventRows(EventTypes types) {
        this.types = types;
    }

    TrackedRow read(ResultSet row, int number) throws SQLException {
        EventType type = types.of(row.getShort("type_id"));
        String feedId = row.getString("feed_id");
        long version = row.getLong("version");
        byte[] metadata = row.getBytes("metadata");
        return new TrackedRow(
                new GlobalSequenceTrackingToken(row.getLong("position")),
                new GenericDomainEventEntry<>(
                        type.feedType(),
                        feedId,
                        version,
                        eventId(feedId, version),
                        row.getTimestamp("recorded_at").toInstant(),
                        type.name(),
                        type.revision(),
                        row.getBytes("payload"),
                        metadata == null ? NO_METADATA : metadata));
    }

    Place place(ResultSet row, int number) throws SQLException {
        return new Place(
                row.getLong("position"),
                row.getObject("feed_id", UUID.class),
                row.getLong("version"),
                types.of(row.getShort("type_id")).name());
    }

    /** An event is known by its place; it needs no other name. */
    static String eventId(String feedId, long version) {
        return feedId + ':' + version;
    }
}
