package io.github.simplechat.relay.broker.memory;

import io.github.simplechat.api.relay.Feed;
import io.github.simplechat.api.relay.RelayMessage;
import io.github.simplechat.relay.broker.Broker;
import io.github.simplechat.relay.broker.BrokerListener;
import io.github.simplechat.relay.broker.BrokerUnavailable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A broker inside one process: {@link #publish} returns after every listener has heard. Its outages
 * are made by hand. Thread-safe.
 */
public final class InMemoryBroker implements Broker {

    private final Map<Feed, List<BrokerListener>> listeners = new ConcurrentHashMap<>();
    private final ReentrantLock order = new ReentrantLock();
    private volatile boolean connected = true;

    @Override
    public void publish(List<RelayMessage> messages) {
        if (!connected) {
            throw new BrokerUnavailable("The broker was disconnected by hand", null);
        }
        order.lock();
        try {
            for (RelayMessage message : messages) {
                of(message.feed()).forEach(listener -> listener.received(message));
            }
        } finally {
            order.unlock();
        }
    }

    @Override
    public Subscription subscribe(Feed feed, BrokerListener listener) {
        listeners.computeIfAbsent(feed, f -> new CopyOnWriteArrayList<>()).add(listener);
        if (connected) {
            listener.resumed();
        }
        return () -> of(feed).remove(listener);
    }

    private List<BrokerListener> of(Feed feed) {
        return listeners.getOrDefault(feed, List.of());
    }

    @Override
    public boolean isConnected() {
        return connected;
    }

    /** Begins an outage. */
    public void disconnect() {
        connected = false;
    }

    /** Ends an outage, and says so to every listener. */
    public void reconnect() {
        connected = true;
        listeners.values().forEach(all -> all.forEach(BrokerListener::resumed));
    }

    /** How many listeners a feed has. */
    public int listeners(Feed feed) {
        return of(feed).size();
    }
}
