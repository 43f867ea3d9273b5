package io.github.simplechat.platform.eventstore.axonserver;

import io.axoniq.axonserver.connector.event.AggregateEventStream;
import io.github.simplechat.platform.eventstore.revision.EventRevisions;
import java.util.List;
import java.util.UUID;
import org.axonframework.axonserver.connector.event.axon.EventBuffer;
import org.axonframework.axonserver.connector.event.axon.GrpcBackedDomainEventData;
import org.axonframework.axonserver.connector.event.axon.GrpcMetaDataAwareSerializer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/** Reads events from Axon Server, with old revisions brought to the present one. Thread-safe. */
final class EventReads {

    private static final int BUFFER = 1_000;
    private static final int REFILL = 500;

    private final Channels channels;
    private final Serializer serializer;
    private final EventUpcaster revisions = EventRevisions.chain();

    EventReads(Channels channels, Serializer events) {
        this.channels = channels;
        this.serializer = new GrpcMetaDataAwareSerializer(events);
    }

    /**
     * The events of a feed from a version on, at most {@code limit} of them. The upper bound is one
     * more than needed, and enforced here, so that it does not matter whether the server takes it
     * as inclusive.
     */
    List<? extends DomainEventMessage<?>> feed(UUID feedId, long fromVersion, int limit) {
        AggregateEventStream stream =
                channels.events()
                        .openAggregateStream(feedId.toString(), fromVersion, fromVersion + limit);
        try {
            return EventStreamUtils.upcastAndDeserializeDomainEvents(
                            stream.asStream().limit(limit).map(GrpcBackedDomainEventData::new),
                            serializer,
                            revisions)
                    .asStream()
                    .toList();
        } finally {
            stream.cancel();
        }
    }

    /** The version of a feed's newest event, -1 when there is none. */
    long lastVersion(UUID feedId) {
        return channels.await(channels.events().findHighestSequence(feedId.toString()));
    }

    /**
     * All events after a token, pushed by the server as they come, whoever appends them.
     *
     * @param after the last token seen, -1 for none
     */
    TrackingEventStream follow(long after) {
        return new EventBuffer(
                channels.events().openStream(after, BUFFER, REFILL, true),
                revisions,
                serializer,
                true);
    }

    /** The token of the newest event, -1 when there is none. */
    long lastToken() {
        return channels.await(channels.events().getLastToken());
    }
}
