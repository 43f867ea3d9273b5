package io.github.simplechat.relay.broker.redis;

import io.github.simplechat.api.relay.RelayMessage;
import io.github.simplechat.relay.broker.BrokerListener;
import io.github.simplechat.relay.broker.RelayMessageJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who listens to which channel on this node. Read by the network's threads at any time; whoever
 * changes it sees to it that changes come one by one.
 */
final class ChannelListeners {

    private static final Logger log = LoggerFactory.getLogger(ChannelListeners.class);

    private final Map<String, List<BrokerListener>> channels = new ConcurrentHashMap<>();

    void add(String channel, BrokerListener listener) {
        List<BrokerListener> all = new ArrayList<>(of(channel));
        all.add(listener);
        channels.put(channel, all);
    }

    /** Whether it was the channel's last one. */
    boolean removeLast(String channel, BrokerListener listener) {
        List<BrokerListener> left = new ArrayList<>(of(channel));
        if (!left.remove(listener)) {
            return false;
        }
        if (!left.isEmpty()) {
            channels.put(channel, left);
            return false;
        }
        channels.remove(channel);
        return true;
    }

    boolean haveAnyOf(String channel) {
        return channels.containsKey(channel);
    }

    /** The channels that somebody listens to, at this moment. */
    List<String> channels() {
        return List.copyOf(channels.keySet());
    }

    private List<BrokerListener> of(String channel) {
        return channels.getOrDefault(channel, List.of());
    }

    /** From now on the channel is brought. */
    void resumed(String channel) {
        of(channel).forEach(BrokerListener::resumed);
    }

    /** Something came on the channel. */
    void received(String channel, String text) {
        List<BrokerListener> listeners = of(channel);
        if (listeners.isEmpty()) {
            return;
        }
        try {
            RelayMessage message = RelayMessageJson.read(text);
            if (channel.equals(Channels.of(message.feed()))) {
                listeners.forEach(listener -> listener.received(message));
            } else {
                log.warn("Ignored a message of another feed on channel {}", channel);
            }
        } catch (IllegalArgumentException e) {
            log.warn("Ignored what came on channel {}: {}", channel, e.getMessage());
        } catch (RuntimeException e) {
            log.error("A listener of channel {} failed", channel, e);
        }
    }
}
