package io.github.simplechat.platform.eventstore.revision;

import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/** All that lead from an old revision of an event to the next, oldest first. */
public final class EventRevisions {

    private EventRevisions() {}

    /** The chain that every reader of stored events goes through. */
    public static EventUpcaster chain() {
        return new EventUpcasterChain(new MessagesWithoutMentions());
    }
}
