package io.github.simplechat.relay.gateway;

import io.github.simplechat.api.event.RecordedEvent;
import io.github.simplechat.api.query.Message;
import io.github.simplechat.api.relay.RelayMessage;
import io.github.simplechat.relay.broker.RelayMessageJson;
import io.github.simplechat.relay.publication.Publication;
import org.jspecify.annotations.Nullable;

/**
 * A relay message and what carries it to all who hear it, encoded once.
 *
 * @param message what is told
 * @param frame how it is told
 */
record Heard(RelayMessage message, Frame frame) {

    static Heard of(RelayMessage message) {
        return of(message, null);
    }

    static Heard of(RecordedEvent event) {
        return of(Publication.of(event), null);
    }

    /** An event about a message, and the message as history would show it. */
    static Heard of(RecordedEvent event, @Nullable Message data) {
        return of(Publication.of(event), data);
    }

    private static Heard of(RelayMessage message, @Nullable Message data) {
        return new Heard(message, Frame.ofData(RelayMessageJson.write(message, data)));
    }
}
