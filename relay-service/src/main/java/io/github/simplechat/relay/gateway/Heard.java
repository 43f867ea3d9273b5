package io.github.simplechat.relay.gateway;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.api.relay.RelayMessage;
import io.github.simplechat.relay.publication.Publication;

/**
 * A message and what carries it to all who hear it.
 *
 * @param message what is told
 * @param frame how it is told
 */
record Heard(RelayMessage message, Frame frame) {

    static Heard of(RelayMessage message) {
        return new Heard(message, Frame.of(message));
    }

    static Heard of(RecordedEvent event) {
        return of(Publication.of(event));
    }
}
