package io.github.simplechat.platform.eventstore.postgres;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.springframework.jdbc.core.JdbcTemplate;

/** The newest snapshot of each feed. An older one never replaces a newer one. */
final class SnapshotRows {

    private static final byte[] NO_METADATA = "{}".getBytes(StandardCharsets.UTF_8);

    private static final String UPSERT =
            """
            INSERT INTO events.snapshot (feed_id, version, recorded_at, feed_type, type, revision, payload)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (feed_id) DO UPDATE SET version = excluded.version,
                recorded_at = excluded.recorded_at, feed_type = excluded.feed_type,
                type = excluded.type, revision = excluded.revision, payload = excluded.payload
            WHERE snapshot.version < excluded.version\
            """;

    private static final String SELECT =
            """
            SELECT feed_id, version, recorded_at, feed_type, type, revision, payload
            FROM events.snapshot WHERE feed_id = ?\
            """;

    private final JdbcTemplate jdbc;

    SnapshotRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void store(DomainEventMessage<?> snapshot, Serializer serializer) {
        SerializedObject<byte[]> payload = snapshot.serializePayload(serializer, byte[].class);
        SerializedType type = payload.getType();
        jdbc.update(
                UPSERT,
                UUID.fromString(snapshot.getAggregateIdentifier()),
                snapshot.getSequenceNumber(),
                Timestamp.from(snapshot.getTimestamp()),
                snapshot.getType(),
                type.getName(),
                type.getRevision(),
                payload.getData());
    }

    Stream<DomainEventData<byte[]>> read(String feedId) {
        return jdbc.query(SELECT, SnapshotRows::read, UUID.fromString(feedId)).stream();
    }

    private static DomainEventData<byte[]> read(ResultSet row, int number) throws SQLException {
        String feedId = row.getString("feed_id");
        long version = row.getLong("version");
        return new GenericDomainEventEntry<>(
                row.getString("feed_type"),
                feedId,
                version,
                TrackedRow.eventId(feedId, version),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("type"),
                row.getString("revision"),
                row.getBytes("payload"),
                NO_METADATA);
    }
}
