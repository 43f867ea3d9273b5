package io.github.simplechat.relay.platform;

import io.github.simplechat.relay.broker.Broker;
import io.github.simplechat.relay.gateway.Gateway;
import io.github.simplechat.relay.publication.Publisher;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up while events go out to Redis and come in from it; out of service while the node goes away. */
final class RelayHealth implements HealthIndicator {

    private final Broker broker;
    private final Publisher publisher;
    private final Gateway gateway;

    RelayHealth(Broker broker, Publisher publisher, Gateway gateway) {
        this.broker = broker;
        this.publisher = publisher;
        this.gateway = gateway;
    }

    @Override
    public Health health() {
        boolean listening = broker.isConnected();
        boolean publishing = publisher.isPublishing();
        if (gateway.isDraining()) {
            return Health.outOfService().build();
        }
        return Health.status(listening && publishing ? "UP" : "DOWN")
                .withDetail("listening", listening)
                .withDetail("publishing", publishing)
                .build();
    }
}
