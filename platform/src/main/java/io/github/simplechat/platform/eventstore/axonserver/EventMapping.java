package io.github.simplechat.platform.eventstore.axonserver;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.event.Event;
import java.util.Objects;
import org.axonframework.axonserver.connector.util.GrpcMetaDataConverter;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/** An event, or a snapshot, as Axon Server takes it: the payload as JSON bytes. */
final class EventMapping {

    private final Serializer serializer;
    private final GrpcMetaDataConverter metaData;

    EventMapping(Serializer serializer) {
        this.serializer = serializer;
        this.metaData = new GrpcMetaDataConverter(serializer);
    }

    Event event(DomainEventMessage<?> message) {
        SerializedObject<byte[]> payload = message.serializePayload(serializer, byte[].class);
        Event.Builder event =
                Event.newBuilder()
                        .setMessageIdentifier(message.getIdentifier())
                        .setAggregateIdentifier(message.getAggregateIdentifier())
                        .setAggregateSequenceNumber(message.getSequenceNumber())
                        .setAggregateType(message.getType())
                        .setTimestamp(message.getTimestamp().toEpochMilli())
                        .setPayload(
                                io.axoniq.axonserver.grpc.SerializedObject.newBuilder()
                                        .setType(payload.getType().getName())
                                        .setRevision(
                                                Objects.requireNonNullElse(
                                                        payload.getType().getRevision(), ""))
                                        .setData(ByteString.copyFrom(payload.getData())));
        message.getMetaData()
                .forEach((name, value) ->
                        event.putMetaData(name, metaData.convertToMetaDataValue(value)));
        return event.build();
    }
}
