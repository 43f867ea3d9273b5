package io.github.simplechat.relay.gateway;

import io.github.simplechat.api.relay.Feed;
import io.github.simplechat.api.relay.RelayMessage;
import io.github.simplechat.relay.broker.Broker;
import io.github.simplechat.relay.broker.BrokerListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A broker that loses one message in four and brings one in four twice. */
record LossyBroker(Broker broker, Random random) implements Broker {

    @Override
    public void publish(List<RelayMessage> messages) {
        List<RelayMessage> through = new ArrayList<>();
        for (RelayMessage message : messages) {
            switch (random.nextInt(4)) {
                case 0 -> {}
                case 1 -> {
                    through.add(message);
                    through.add(message);
                }
                default -> through.add(message);
            }
        }
        broker.publish(through);
    }

    @Override
    public Subscription subscribe(Feed feed, BrokerListener listener) {
        return broker.subscribe(feed, listener);
    }

    @Override
    public boolean isConnected() {
        return broker.isConnected();
    }
}
