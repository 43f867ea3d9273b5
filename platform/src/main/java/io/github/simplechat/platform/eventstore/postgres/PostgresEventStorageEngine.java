package io.github.simplechat.platform.eventstore.postgres;

import io.github.simplechat.api.event.ChatEvent;
import io.github.simplechat.platform.eventstore.StateSnapshots;
import io.github.simplechat.platform.eventstore.UndecodableEvent.Place;
import io.github.simplechat.platform.eventstore.revision.EventRevisions;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Axon's storage on PostgreSQL, with two properties that the stock engine lacks. Positions become
 * visible in rising order, so no reader on any node sees one before all lower ones, and a tracking
 * token is one number without gaps. And the appends of concurrent commands share commits, see
 * {@link GroupCommit}.
 *
 * <p>An append makes a transaction of its own and returns when it is durable; nothing may veto a
 * command after it. Thread-safe.
 */
public final class PostgresEventStorageEngine extends BatchingEventStorageEngine {

    private static final String SELECT =
            """
            SELECT position, recorded_at, feed_id, version, type_id, payload, metadata
            FROM events.event \
            """;

    private static final String CONSEQUENTIAL =
            "WHERE position > ? AND consequences IS NOT FALSE ORDER BY position LIMIT ?";

    private final JdbcTemplate jdbc;
    private final GroupCommit commits;
    private final EventTypes types;
    private final EventRows rows;
    private final SnapshotRows snapshots;

    /**
     * An engine.
     *
     * @param events writes and reads payloads and metadata, as JSON bytes
     */
    PostgresEventStorageEngine(JdbcTemplate jdbc, GroupCommit commits, Serializer events) {
        super(new EngineBuilder(events));
        this.jdbc = jdbc;
        this.commits = commits;
        this.types = new EventTypes(jdbc);
        this.rows = new EventRows(types);
        this.snapshots = new SnapshotRows(jdbc);
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (!events.isEmpty()) {
            commits.store(
                    new Append(
                            events.stream()
                                    .map(e -> row((DomainEventMessage<?>) e, serializer))
                                    .toList(),
                            PostgresClaims.takePending()));
        }
    }

    private byte[] row(DomainEventMessage<?> event, Serializer serializer) {
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        SerializedType type = payload.getType();
        return CopyRow.of(
                event.getTimestamp(),
                UUID.fromString(event.getAggregateIdentifier()),
                event.getSequenceNumber(),
                types.idOf(new EventType(event.getType(), type.getName(), type.getRevision())),
                event.getPayload() instanceof ChatEvent chat ? chat.subject() : null,
                event.getPayload() instanceof ChatEvent chat && chat.hasConsequences(),
                payload.getData(),
                event.getMetaData().isEmpty()
                        ? null
                        : event.serializeMetaData(serializer, byte[].class).getData());
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        snapshots.store(snapshot, serializer);
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String feedId) {
        return snapshots.read(feedId);
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(
            @Nullable TrackingToken lastToken, int batchSize) {
        return jdbc.query(
                SELECT + "WHERE position > ? ORDER BY position LIMIT ?",
                rows::read,
                lastToken == null ? 0 : lastToken.position().orElse(0),
                batchSize);
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(
            String feedId, long fromVersion, int batchSize) {
        return fetchFeed(UUID.fromString(feedId), fromVersion, batchSize);
    }

    /** The next events with consequences after a position, upcast. */
    DomainEventStream readConsequential(long after, int limit) {
        return upcast(jdbc.query(SELECT + CONSEQUENTIAL, rows::read, after, limit));
    }

    /** The place of the next of them. */
    Optional<Place> placeOfConsequential(long after) {
        return place(CONSEQUENTIAL, after, 1);
    }

    private List<TrackedRow> fetchFeed(UUID feedId, long fromVersion, int limit) {
        return jdbc.query(
                SELECT + "WHERE feed_id = ? AND version >= ? ORDER BY version LIMIT ?",
                rows::read,
                feedId,
                fromVersion,
                limit);
    }

    /** The next events of a feed, upcast, at most {@code limit} of them. */
    DomainEventStream readFeed(UUID feedId, long fromVersion, int limit) {
        return upcast(fetchFeed(feedId, fromVersion, limit));
    }

    /** The next events of a feed about a subject from a version on, upcast. */
    DomainEventStream readSubject(UUID feedId, String subject, long from, int limit) {
        return upcast(
                jdbc.query(
                        SELECT
                                + "WHERE feed_id = ? AND subject = ? AND version >= ?"
                                + " ORDER BY version LIMIT ?",
                        rows::read,
                        feedId,
                        subject,
                        from,
                        limit));
    }

    /** The last event of a feed about a subject, upcast. */
    DomainEventStream readNewestOf(UUID feedId, String subject) {
        return upcast(
                jdbc.query(
                        SELECT
                                + "WHERE feed_id = ? AND subject = ?"
                                + " ORDER BY version DESC LIMIT 1",
                        rows::read,
                        feedId,
                        subject));
    }

    /** The place of the next event after a position. */
    Optional<Place> placeAfter(long position) {
        return place("WHERE position > ? ORDER BY position LIMIT 1", position);
    }

    /** The place of the next event of a feed after a version. */
    Optional<Place> placeAfter(UUID feedId, long version) {
        return place("WHERE feed_id = ? AND version > ? ORDER BY version LIMIT 1", feedId, version);
    }

    private Optional<Place> place(String which, Object... arguments) {
        return jdbc
                .query(
                        "SELECT position, feed_id, version, type_id FROM events.event " + which,
                        EventRows.Spot::read,
                        arguments)
                .stream()
                .findFirst()
                .map(rows::place);
    }

    private DomainEventStream upcast(List<TrackedRow> rows) {
        return EventStreamUtils.upcastAndDeserializeDomainEvents(
                rows.stream(), getEventSerializer(), upcasterChain);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String feedId) {
        return Optional.ofNullable(
                jdbc.queryForObject(
                        "SELECT max(version) FROM events.event WHERE feed_id = ?",
                        Long.class,
                        UUID.fromString(feedId)));
    }

    /** The newest position, 0 when there is none. */
    long head() {
        Long head =
                jdbc.queryForObject(
                        "SELECT coalesce(max(position), 0) FROM events.event", Long.class);
        return head == null ? 0 : head;
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return null;
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(head());
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        Long position =
                jdbc.queryForObject(
                        "SELECT coalesce(max(position), 0) FROM events.event WHERE recorded_at < ?",
                        Long.class,
                        Timestamp.from(dateTime));
        return new GlobalSequenceTrackingToken(position == null ? 0 : position);
    }

    private static final class EngineBuilder extends BatchingEventStorageEngine.Builder {
        EngineBuilder(Serializer serializer) {
            eventSerializer(serializer);
            upcasterChain(EventRevisions.chain());
            StateSnapshots states = new StateSnapshots();
            snapshotSerializer(states.serializer());
            snapshotFilter(states::isUsable);
            batchSize(1_000);
            finalAggregateBatchPredicate(batch -> batch.size() < 1_000);
        }
    }
}
