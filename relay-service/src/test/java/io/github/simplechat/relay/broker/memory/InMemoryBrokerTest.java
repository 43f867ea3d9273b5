package io.github.simplechat.relay.broker.memory;

import io.github.simplechat.relay.broker.Broker;
import io.github.simplechat.relay.broker.BrokerContract;

class InMemoryBrokerTest extends BrokerContract {

    private final InMemoryBroker broker = new InMemoryBroker();

    @Override
    protected Broker broker() {
        return broker;
    }

    @Override
    protected void disconnect() {
        broker.disconnect();
    }

    @Override
    protected void reconnect() {
        broker.reconnect();
    }
}
