package io.github.simplechat.command.traps;

import io.github.simplechat.api.room.MessageSent;
import java.time.Instant;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** Events to append. */
final class Appends {

    private Appends() {}

    static DomainEventMessage<?> event(UUID feed, long version) {
        return new GenericDomainEventMessage<>(
                "Room",
                feed.toString(),
                version,
                MessageSent.of(feed, feed, Instant.EPOCH, version + 1, "말"));
    }
}
