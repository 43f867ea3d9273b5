package io.github.simplechat.platform.eventstore.postgres;

import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackingToken;

/** An event with its place in its feed and its place in the store. */
final class TrackedRow extends TrackedDomainEventData<byte[]> {

    TrackedRow(TrackingToken token, DomainEventData<byte[]> event) {
        super(token, event);
    }
}
