package io.github.simplechat.platform.eventstore;

import io.github.simplechat.platform.json.ChatJson;
import java.util.Objects;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * States of aggregates as they are stored: JSON, with the shape of their class as the revision.
 * What they hold is stored in the clear, so nothing personal may be in a state. A snapshot is never
 * the truth: one of another shape, or that cannot be read, is left out, and the events are read
 * instead.
 */
public final class StateSnapshots {

    private static final Logger log = LoggerFactory.getLogger(StateSnapshots.class);

    private final Serializer serializer =
            Jackson3Serializer.builder()
                    .jsonMapperBuilderCustomizer(ChatJson::configure)
                    .revisionResolver(StateShape::of)
                    .build();

    /** Writes and reads states. */
    public Serializer serializer() {
        return serializer;
    }

    /** Whether a stored state may be taken up instead of the events that led to it. */
    public boolean isUsable(DomainEventData<?> snapshot) {
        return hasItsShape(snapshot) && isReadable(snapshot);
    }

    private boolean hasItsShape(DomainEventData<?> snapshot) {
        SerializedType stored = snapshot.getPayload().getType();
        Class<?> state = serializer.classForType(stored);
        return state != UnknownSerializedType.class
                && Objects.equals(StateShape.of(state), stored.getRevision());
    }

    /** Axon reads a snapshot when it is too late to do without it, so it is tried before. */
    private boolean isReadable(DomainEventData<?> snapshot) {
        try {
            Object state = serializer.deserialize(snapshot.getPayload());
            return state != null;
        } catch (SerializationException e) {
            log.warn(
                    "Left out an unreadable snapshot of feed {}, its events are read instead: {}",
                    snapshot.getAggregateIdentifier(),
                    e.getMessage());
            return false;
        }
    }
}
