package io.github.simplechat.relay.broker;

import io.github.simplechat.api.relay.RelayMessage;

/**
 * Hears the messages of one feed, one call at a time. Called on the broker's own threads: it must
 * not block.
 */
public interface BrokerListener {

    /** A message was published. */
    void received(RelayMessage message);

    /**
     * From now on messages come in, for the first time or after an outage. Whatever was published
     * before may have been missed. May be called more often than needed.
     */
    void resumed();
}
