package io.github.simplechat.platform.eventstore.axonserver;

import io.axoniq.axonserver.connector.event.AppendEventsTransaction;
import io.axoniq.axonserver.grpc.event.Event;
import io.github.simplechat.platform.eventstore.StateSnapshots;
import io.github.simplechat.platform.eventstore.revision.EventRevisions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.axonserver.connector.event.axon.GrpcBackedDomainEventData;
import org.axonframework.axonserver.connector.event.axon.GrpcMetaDataAwareSerializer;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Axon's storage on Axon Server, over the connector's event channel. An append returns when the
 * server has confirmed it; a version that is taken becomes Axon's own exception for that, which the
 * connector's event store leaves to the caller as a gRPC status. Thread-safe.
 */
public final class AxonServerStorageEngine extends AbstractEventStorageEngine {

    private final Channels channels;
    private final EventReads reads;
    private final EventMapping mapping;
    private final EventMapping snapshotMapping;
    private final AxonServerClaims claims;

    AxonServerStorageEngine(
            Channels channels, EventReads reads, Serializer events, AxonServerClaims claims) {
        super(new EngineBuilder(events));
        this.channels = channels;
        this.reads = reads;
        this.mapping = new EventMapping(events);
        this.snapshotMapping = new EventMapping(getSnapshotSerializer());
        this.claims = claims;
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        List<DomainEventMessage<?>> appended = new ArrayList<>(events.size());
        events.forEach(event -> appended.add((DomainEventMessage<?>) event));
        append(claims.claim(appended).stream().map(mapping::event).toList());
    }

    private void append(List<Event> events) {
        AppendEventsTransaction transaction = channels.events().startAppendEventsTransaction();
        try {
            events.forEach(transaction::appendEvent);
            if (!channels.await(transaction.commit()).getSuccess()) {
                throw new EventStoreException("Axon Server did not confirm the events.");
            }
        } catch (RefusedByServer e) {
            throw e.versionIsTaken()
                    ? new ConcurrencyException("The feed has moved on meanwhile.", e)
                    : new EventStoreException("Axon Server did not take the events.", e);
        }
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        channels.await(channels.events().appendSnapshot(snapshotMapping.event(snapshot)));
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readEventData(
            String feedId, long firstSequenceNumber) {
        return channels.events()
                .openAggregateStream(feedId, firstSequenceNumber)
                .asStream()
                .map(GrpcBackedDomainEventData::new);
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String feedId) {
        return channels.events()
                .loadSnapshots(feedId, 0, Long.MAX_VALUE, 1)
                .asStream()
                .map(GrpcBackedDomainEventData::new);
    }

    /** Readers follow the stream instead; a page that may or may not block is not offered. */
    @Override
    protected Stream<? extends TrackedEventData<?>> readEventData(
            TrackingToken trackingToken, boolean mayBlock) {
        throw new UnsupportedOperationException("All events are read with AxonServerEventLog");
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String feedId) {
        long version = reads.lastVersion(UUID.fromString(feedId));
        return version < 0 ? Optional.empty() : Optional.of(version);
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return null;
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(reads.lastToken());
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return new GlobalSequenceTrackingToken(
                channels.await(channels.events().getTokenAt(dateTime.toEpochMilli())));
    }

    private static final class EngineBuilder extends AbstractEventStorageEngine.Builder {
        EngineBuilder(Serializer serializer) {
            eventSerializer(new GrpcMetaDataAwareSerializer(serializer));
            StateSnapshots states = new StateSnapshots();
            snapshotSerializer(new GrpcMetaDataAwareSerializer(states.serializer()));
            snapshotFilter(states::isUsable);
            upcasterChain(EventRevisions.chain());
        }
    }
}
