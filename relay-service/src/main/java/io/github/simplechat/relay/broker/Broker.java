package io.github.simplechat.relay.broker;

import io.github.simplechat.api.relay.Feed;
import io.github.simplechat.api.relay.RelayMessage;
import java.util.List;

/**
 * Carries messages from the node that publishes to every node that listens. It may lose messages
 * and may bring them twice, but keeps the order of one publisher, and never hides that there was an
 * outage: see {@link BrokerListener#resumed()}. Thread-safe.
 */
public interface Broker {

    /**
     * Publishes messages in order.
     *
     * @throws BrokerUnavailable when it is not sure that the broker has taken them all; some may
     *     have gone out
     */
    void publish(List<RelayMessage> messages);

    /**
     * Brings the messages of a feed to {@code listener}, until the subscription is closed. Returns
     * at once and never fails: while the broker is out of reach the subscription waits for it.
     */
    Subscription subscribe(Feed feed, BrokerListener listener);

    /** Whether messages can come in now. */
    boolean isConnected();

    /** A listener's hold on a feed. */
    interface Subscription extends AutoCloseable {

        /** Ends it. A message that is on its way may still arrive. Never blocks. */
        @Override
        void close();
    }
}
