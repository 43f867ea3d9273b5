package io.github.simplechat.platform.eventstore.postgres;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/**
 * A row of the event table as Axon reads it: an event with its place in its feed and in the store.
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier from the row to the decoder, never compared
record TrackedRow(
        long position,
        Instant recordedAt,
        String feedId,
        long version,
        EventTypes types,
        short typeId,
        byte[] payload,
        byte @Nullable [] metadata)
        implements TrackedEventData<byte[]>, DomainEventData<byte[]> {

    private static final byte[] NO_METADATA = "{}".getBytes(StandardCharsets.UTF_8);

    /** An event is known by its place; it needs no other name. */
    static String eventId(String feedId, long version) {
        return feedId + ':' + version;
    }

    @Override
    public TrackingToken trackingToken() {
        return new GlobalSequenceTrackingToken(position);
    }

    @Override
    public String getType() {
        return types.of(typeId).feedType();
    }

    @Override
    public String getAggregateIdentifier() {
        return feedId;
    }

    @Override
    public long getSequenceNumber() {
        return version;
    }

    @Override
    public String getEventIdentifier() {
        return eventId(feedId, version);
    }

    @Override
    public Instant getTimestamp() {
        return recordedAt;
    }

    @Override
    public SerializedObject<byte[]> getMetaData() {
        return new SerializedMetaData<>(metadata == null ? NO_METADATA : metadata, byte[].class);
    }

    @Override
    public SerializedObject<byte[]> getPayload() {
        EventType type = types.of(typeId);
        return new SimpleSerializedObject<>(payload, byte[].class, type.name(), type.revision());
    }
}
