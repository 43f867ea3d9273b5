package io.github.simplechat.relay.platform;

import io.github.simplechat.relay.broker.Broker;
import io.github.simplechat.relay.publication.Publisher;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up while events go out to Redis and come in from it. */
final class RelayHealth implements HealthIndicator {

    private final Broker broker;
    private final Publisher publisher;

    RelayHealth(Broker broker, Publisher publisher) {
        this.broker = broker;
        this.publisher = publisher;
    }

    @Override
    public Health health() {
        boolean listening = broker.isConnected();
        boolean publishing = publisher.isPublishing();
        return Health.status(listening && publishing ? "UP" : "DOWN")
                .withDetail("listening", listening)
                .withDetail("publishing", publishing)
                .build();
    }
}
