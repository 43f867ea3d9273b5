package io.github.simplechat.relay.platform;

import io.github.simplechat.relay.gateway.CloseReason;
import io.github.simplechat.relay.gateway.FeedHub;
import io.github.simplechat.relay.gateway.Gateway;
import io.github.simplechat.relay.gateway.Tally;
import io.github.simplechat.relay.publication.Publisher;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;

/** What can be watched of the relay: who is here, and what had to be refused or ended. */
final class RelayMetrics implements MeterBinder {

    private final Gateway gateway;
    private final FeedHub hub;
    private final Publisher publisher;

    RelayMetrics(Gateway gateway, FeedHub hub, Publisher publisher) {
        this.gateway = gateway;
        this.hub = hub;
        this.publisher = publisher;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("relay.connections", gateway, Gateway::size)
                .description("Clients connected to this node")
                .register(registry);
        Gauge.builder("relay.feeds", hub, FeedHub::openFeeds)
                .description("Feeds that somebody here listens to")
                .register(registry);
        Gauge.builder("relay.presence.questions", gateway, Gateway::watches)
                .description("Clients that ask who is here")
                .register(registry);
        Gauge.builder("relay.draining", gateway, known -> known.isDraining() ? 1 : 0)
                .description("1 while this node lets its clients go")
                .register(registry);
        Gauge.builder("relay.publishing", publisher, known -> known.isLeading() ? 1 : 0)
                .description("1 while it is this node that publishes events for all")
                .register(registry);
        FunctionCounter.builder("relay.undecodable", publisher, Publisher::undecodable)
                .description("Events that could not be read and were not published")
                .register(registry);
        for (CloseReason reason : CloseReason.values()) {
            count(registry, "relay.closed", "Connections ended by this side", reason.text());
        }
        for (String what :
                List.of(Tally.FRAME_TOO_FAST, Tally.TOO_MANY_FEEDS, Tally.TOO_MANY_PEOPLE)) {
            count(registry, "relay.refused", "Frames and requests above a limit", what);
        }
    }

    private void count(MeterRegistry registry, String name, String description, String reason) {
        FunctionCounter.builder(name, gateway.tally(), tally -> tally.of(reason))
                .description(description)
                .tag("reason", reason)
                .register(registry);
    }
}
